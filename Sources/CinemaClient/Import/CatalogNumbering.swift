internal import CinemaCore
internal import Glibc

/// Which row every film, person and genre gets.
///
/// People stand by how much they did and how much was written about it: the
/// sum over their films of 1 + log2(1 + reviews); then by films, name, id.
/// Genres stand by films, then name.
struct CatalogNumbering {
    /// What is known of a person when all films are.
    struct PersonTotals {
        var films = 0
        var score = 0.0
        var roles: UInt64 = 0
        /// The row of the film with the most reviews, the first of several.
        var knownFor = 0
        var mostReviews = -1
    }

    /// The number of the film of each row, from row 1.
    private(set) var films: [Int]
    private(set) var filmIDs: [String]
    private(set) var enoughReviews: Int
    /// The numbers of the people and genres that have films, by row from 1.
    private(set) var people: [Int] = []
    private(set) var genres: [Int] = []
    /// The rows of people and genres by number; 0 for those without films.
    private(set) var personRows: [Int] = []
    private(set) var genreRows: [Int] = []
    private(set) var personTotals: [PersonTotals] = []
    private(set) var genreFilms: [Int] = []

    init(_ builder: CatalogBuilder) throws(SQLiteError) {
        personTotals = Array(repeating: PersonTotals(), count: builder.people.count)
        genreFilms = Array(repeating: 0, count: builder.genres.count)
        filmIDs = Array(repeating: "", count: builder.staged)
        films = []
        enoughReviews = 0
        let candidates = try candidates(builder)
        let ranking = FilmRanking(candidates)
        films = ranking.order(candidates)
        enoughReviews = ranking.enoughReviews
        findBestKnown(builder)
        rankPeople(builder)
        rankGenres(builder)
    }

    /// Reads the films once, and adds up what people and genres have of them.
    private mutating func candidates(
        _ builder: CatalogBuilder
    ) throws(SQLiteError) -> [FilmRanking.Candidate] {
        var candidates: [FilmRanking.Candidate] = []
        candidates.reserveCapacity(builder.films)
        var ids = Set<String>(minimumCapacity: builder.films)
        for number in 0..<builder.staged where !builder.isReplaced(number) {
            let film = try builder.film(number)
            let id = Self.identifier(of: film, builder, taken: &ids)
            filmIDs[number] = id
            candidates.append(
                FilmRanking.Candidate(
                    number: number, tenths: film.tenths, reviews: film.reviews,
                    sortTitle: FoldedTitle(film.title).startText, title: film.title, id: id))
            total(film, number)
        }
        return candidates
    }

    private static func identifier(
        of film: StagedFilm, _ builder: CatalogBuilder, taken: inout Set<String>
    ) -> String {
        var id: String
        if let own = film.id {
            id = own
        } else if let imdb = film.imdb, !builder.isAmbiguous(imdb: imdb) {
            id = CatalogIdentity.film(imdb: imdb)
        } else {
            id = CatalogIdentity.film(
                imdb: film.imdb, title: film.title, year: film.year,
                director: director(of: film, builder))
        }
        // Films that nothing tells apart are told apart by their order.
        var occurrence = 1
        while !taken.insert(id).inserted {
            occurrence += 1
            id = CatalogIdentity.film(
                imdb: film.imdb, title: film.title, year: film.year, director: "#\(occurrence)")
        }
        return id
    }

    private static func director(of film: StagedFilm, _ builder: CatalogBuilder) -> String? {
        film.credits.first { $0.roles & 1 != 0 }.map { builder.people.names[$0.person] }
    }

    private mutating func total(_ film: StagedFilm, _ number: Int) {
        let weight = 1 + log2(1 + Double(film.reviews ?? 0))
        for credit in film.credits {
            personTotals[credit.person].films += 1
            personTotals[credit.person].score += weight
            personTotals[credit.person].roles |= credit.roles
            if film.reviews ?? 0 > personTotals[credit.person].mostReviews {
                personTotals[credit.person].mostReviews = film.reviews ?? 0
                personTotals[credit.person].knownFor = number
            }
        }
        for genre in film.genres { genreFilms[genre] += 1 }
    }

    /// Puts the row of the best known film in the place of its number.
    private mutating func findBestKnown(_ builder: CatalogBuilder) {
        let rows = Self.rows(films, count: builder.staged)
        for person in personTotals.indices where personTotals[person].films > 0 {
            personTotals[person].knownFor = rows[personTotals[person].knownFor]
        }
    }

    private mutating func rankPeople(_ builder: CatalogBuilder) {
        let totals = personTotals
        let names = builder.people.names
        let ids = builder.people.ids
        people = totals.indices.filter { totals[$0].films > 0 }.sorted { left, right in
            if totals[left].score != totals[right].score {
                return totals[left].score > totals[right].score
            }
            if totals[left].films != totals[right].films {
                return totals[left].films > totals[right].films
            }
            if names[left] != names[right] { return names[left].precedes(names[right]) }
            return (ids[left] ?? "").precedes(ids[right] ?? "")
        }
        personRows = Self.rows(people, count: totals.count)
    }

    private mutating func rankGenres(_ builder: CatalogBuilder) {
        let counts = genreFilms
        let names = builder.genres.names
        let ids = builder.genres.ids
        genres = counts.indices.filter { counts[$0] > 0 }.sorted { left, right in
            if counts[left] != counts[right] { return counts[left] > counts[right] }
            if names[left] != names[right] { return names[left].precedes(names[right]) }
            return (ids[left] ?? "").precedes(ids[right] ?? "")
        }
        genreRows = Self.rows(genres, count: counts.count)
    }

    private static func rows(_ numbers: [Int], count: Int) -> [Int] {
        var rows = Array(repeating: 0, count: count)
        for (index, number) in numbers.enumerated() { rows[number] = index + 1 }
        return rows
    }
}
