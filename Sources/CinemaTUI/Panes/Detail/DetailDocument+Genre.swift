import CinemaCore

extension DetailDocument {
    /// Lays out a genre: its films by decade and by rating, each row a list,
    /// and the best of them.
    init(genre: Genre, width: Int, texts: Texts) {
        self.init(width: width)
        add(genre.name, .title)
        if let description = genre.description { add(description) }
        let whole = Filter(.genre([genre.name]))
        beginSection()
        addDoorLine(
            before: [], name: texts.allFilmsOf(genre.name, genre.summary.films),
            door: .films(FilmQuery(filters: [whole])))
        addDecades(of: genre, whole, texts: texts)
        addRatings(of: genre, whole, texts: texts)
        guard !genre.best.isEmpty else { return }
        addBlank()
        beginSection()
        add(texts.bestOfGenre, .heading)
        for film in genre.best { addFilm(film) }
    }

    private mutating func addDecades(of genre: Genre, _ whole: Filter, texts: Texts) {
        // Not every source tells years.
        guard let most = genre.facets.decades.map(\.films).max() else { return }
        addBlank()
        beginSection()
        add(texts.byDecade, .heading)
        for decade in genre.facets.decades {
            let years = Filter(.year(Span(lower: decade.decade, upper: decade.decade + 9)))
            addHistogramRow(
                texts.decade(decade.decade), films: decade.films, most: most,
                door: .films(FilmQuery(filters: [whole, years])))
        }
    }

    private mutating func addRatings(of genre: Genre, _ whole: Filter, texts: Texts) {
        let ratings = genre.facets.ratings
        guard let most = ratings.max(), most > 0 else { return }
        addBlank()
        beginSection()
        add(texts.byRating, .heading)
        for rating in stride(from: 10, through: 0, by: -1) where rating < ratings.count {
            guard ratings[rating] > 0 else { continue }
            let span = rating == 10 ? Span(100) : Span(lower: rating * 10, upper: rating * 10 + 9)
            addHistogramRow(
                "★ \(rating)", films: ratings[rating], most: most,
                door: .films(FilmQuery(filters: [whole, Filter(.rating(span))])))
        }
    }

    private mutating func addHistogramRow(_ label: String, films: Int, most: Int, door: Door) {
        let count = Numbers.grouped(films)
        let numberWidth = max(7, Numbers.grouped(most).count)
        let barWidth = max(4, min(30, width - 9 - numberWidth))
        let bar = Bar.glyphs(value: films, limit: most, width: barWidth).map(\.text).joined()
        addDoorLine(
            before: [
                (
                    String(repeating: " ", count: max(0, numberWidth - count.count)) + count + "  ",
                    .text
                )
            ], name: label, after: String(repeating: " ", count: max(1, 7 - label.count)) + bar,
            door: door)
    }
}
