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
        addBlank()
        beginSection()
        add(texts.byDecade, .heading)
        let most = genre.facets.decades.map(\.films).max() ?? 0
        for decade in genre.facets.decades {
            let years = Filter(.year(Span(lower: decade.decade, upper: decade.decade + 9)))
            addHistogramRow(
                texts.decade(decade.decade), films: decade.films, most: most,
                door: .films(FilmQuery(filters: [whole, years])))
        }
        addBlank()
        beginSection()
        add(texts.byRating, .heading)
        let mostRated = genre.facets.ratings.max() ?? 0
        for rating in stride(from: 10, through: 0, by: -1) where rating < genre.facets.ratings.count
        {
            let films = genre.facets.ratings[rating]
            guard films > 0 else { continue }
            let span = rating == 10 ? Span(100) : Span(lower: rating * 10, upper: rating * 10 + 9)
            addHistogramRow(
                "★ \(rating)", films: films, most: mostRated,
                door: .films(FilmQuery(filters: [whole, Filter(.rating(span))])))
        }
        guard !genre.best.isEmpty else { return }
        addBlank()
        beginSection()
        add(texts.bestOfGenre, .heading)
        for film in genre.best { addFilm(film) }
    }

    private mutating func addHistogramRow(_ label: String, films: Int, most: Int, door: Door) {
        let count = Numbers.grouped(films)
        let barWidth = max(4, min(30, width - 16))
        let bar = Bar.glyphs(value: films, limit: most, width: barWidth).map(\.text).joined()
        addDoorLine(
            before: [
                (String(repeating: " ", count: max(0, 7 - count.count)) + count + "  ", .text)
            ], name: label, after: String(repeating: " ", count: max(1, 7 - label.count)) + bar,
            door: door)
    }
}
