public import CinemaCore

/// A catalogue of any size without contents: film 7 is "Film 7". Its rows are
/// made when they are asked for, so a million of them cost nothing.
///
/// A text that ends in a digit d finds d films; any other finds them all.
public struct NumberedCatalog: Catalog {
    public let films: Int
    public let people: Int
    /// Whether the first answer tells only that there are at least so many.
    public let countsLate: Bool
    /// How many films everybody has.
    public let filmography: Int
    public let capabilities = CatalogCapabilities.all

    public init(
        films: Int, people: Int = 40, countsLate: Bool = false, filmography: Int = 2
    ) {
        self.films = films
        self.people = people
        self.countsLate = countsLate
        self.filmography = filmography
    }

    public func count(_ query: FilmQuery) -> Int {
        query.typed.last?.wholeNumberValue ?? films
    }

    public static func film(_ number: Int) -> FilmSummary {
        FilmSummary(
            id: Identifier("film-\(number)"), title: "Film \(number)", year: 1950 + number % 70,
            rating: Rating(tenths: 99 - number % 90), reviews: number, type: "movie", runtime: 90,
            genres: [FilmFixtures.genre("Drama")], directors: [FilmFixtures.person("Director")])
    }

    private func person(_ number: Int) -> PersonSummary {
        PersonSummary(
            id: Identifier("person-\(number)"), name: "Person \(number)", films: number,
            roles: [.actor], knownFor: "Film \(number)")
    }

    private func page<Element>(
        _ page: PageRequest, of count: Int, late: Bool, _ element: (Int) -> Element
    ) -> Page<Element> {
        let end = max(page.offset, min(count, page.offset + page.count))
        let isLate = late && end < count
        return Page(
            items: (min(page.offset, end)..<end).map(element), offset: page.offset,
            total: isLate ? .atLeast(end + 1) : .exact(count))
    }

    public func summary() async throws(CatalogError) -> CatalogSummary {
        CatalogSummary(name: "numbered", films: films, people: people, genres: 1)
    }

    public func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        let first = PageRequest(count: count)
        return SearchResults(
            films: page(first, of: self.count(query), late: countsLate, Self.film),
            people: try await people(query, page: first),
            genres: try await genres(query, page: first))
    }

    public func films(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<FilmSummary>
    {
        self.page(page, of: count(query), late: false, Self.film)
    }

    public func people(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<PersonSummary>
    {
        self.page(page, of: people, late: false, person)
    }

    public func genres(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<GenreSummary>
    {
        self.page(page, of: 1, late: false) { _ in
            GenreSummary(id: Identifier("genre-Drama"), name: "Drama", films: films)
        }
    }

    public func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        SearchStatistics(
            films: .exact(count(query)), people: .exact(people), genres: .exact(1),
            facets: FilmFacets(
                genres: [
                    FilmFacets.GenreCount(genre: FilmFixtures.genre("Drama"), films: count(query))
                ],
                decades: [FilmFacets.DecadeCount(decade: 1970, films: min(10, count(query)))]))
    }

    public func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        guard let number = Int(id.text.dropFirst(5)) else {
            throw CatalogError(.notFound, source: "numbered", cause: "there is no such film")
        }
        return Film(
            summary: Self.film(number), description: "The film of number \(number).",
            credits: [Credit(person: FilmFixtures.person("Director"), roles: [.director])])
    }

    public func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        Person(
            summary: PersonSummary(
                id: id, name: id.text, films: filmography, roles: [.director]),
            filmography: (0..<filmography).map {
                FilmographyEntry(film: Self.film($0 + 1), roles: [.director])
            })
    }

    public func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        Genre(
            summary: GenreSummary(id: id, name: "Drama", films: films), facets: FilmFacets(),
            best: [Self.film(1)])
    }

    public func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        (0..<min(count, films)).map(Self.film)
    }

    public func randomFilm(_ query: FilmQuery, seed: UInt64) async throws(CatalogError)
        -> FilmSummary?
    {
        let count = count(query)
        return count == 0 ? nil : Self.film(Int(seed % UInt64(count)))
    }
}
