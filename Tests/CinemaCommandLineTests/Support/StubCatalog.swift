import CinemaCore
import Synchronization

/// A catalogue of a few records in their order; it finds what has all the
/// words of a query, and remembers which pages were asked for.
final class StubCatalog: Catalog {
    let films: [Film]
    private let summaries: [FilmSummary]
    let people: [Person]
    let genres: [Genre]
    let rescue: Rescue?
    let failure: CatalogError?
    /// Whether a page tells how many rows there are.
    let tellsTotals: Bool
    /// What pages of films say of themselves.
    let origin: ResultOrigin?
    /// Whether it finds what has any of the words, as many a server does.
    let findsAnyWord: Bool
    private let asked = Mutex<[PageRequest]>([])

    init(
        films: [Film] = [], people: [Person] = [], genres: [Genre] = [], rescue: Rescue? = nil,
        failure: CatalogError? = nil, tellsTotals: Bool = true, origin: ResultOrigin? = nil,
        findsAnyWord: Bool = false
    ) {
        self.films = films
        summaries = films.map(\.summary)
        self.people = people
        self.genres = genres
        self.rescue = rescue
        self.failure = failure
        self.tellsTotals = tellsTotals
        self.origin = origin
        self.findsAnyWord = findsAnyWord
    }

    var requests: [PageRequest] { asked.withLock { $0 } }

    var capabilities: CatalogCapabilities {
        var capabilities = CatalogCapabilities.all
        capabilities.countsExactly = !findsAnyWord
        return capabilities
    }

    func summary() async throws(CatalogError) -> CatalogSummary {
        try fail()
        return CatalogSummary(
            name: "stub", films: films.count, people: people.count, genres: genres.count)
    }

    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        try fail()
        let request = PageRequest(count: count)
        return SearchResults(
            films: page(of: found(summaries, query, \.title), request),
            people: page(of: found(people.map(\.summary), query, \.name), request),
            genres: page(of: found(genres.map(\.summary), query, \.name), request),
            rescue: rescue)
    }

    func films(
        _ query: FilmQuery, page request: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> {
        var films = try answer(request, found(summaries, query, \.title))
        films.origin = origin
        return films
    }

    func people(
        _ query: FilmQuery, page request: PageRequest
    ) async throws(CatalogError) -> Page<PersonSummary> {
        try answer(request, found(people.map(\.summary), query, \.name))
    }

    func genres(
        _ query: FilmQuery, page request: PageRequest
    ) async throws(CatalogError) -> Page<GenreSummary> {
        try answer(request, found(genres.map(\.summary), query, \.name))
    }

    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        SearchStatistics(
            films: .exact(found(summaries, query, \.title).count),
            people: .exact(found(people.map(\.summary), query, \.name).count),
            genres: .exact(found(genres.map(\.summary), query, \.name).count),
            facets: FilmFacets())
    }

    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try record(films.first { $0.id == id })
    }

    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try record(people.first { $0.id == id })
    }

    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try record(genres.first { $0.id == id })
    }

    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] { [] }

    func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? { nil }

    private func answer<Row>(
        _ request: PageRequest, _ rows: [Row]
    ) throws(CatalogError) -> Page<Row> {
        asked.withLock { $0.append(request) }
        try fail()
        return page(of: rows, request)
    }

    private func page<Row>(of rows: [Row], _ request: PageRequest) -> Page<Row> {
        let items = Array(rows.dropFirst(request.offset).prefix(request.count))
        return Page(
            items: items, offset: request.offset,
            total: tellsTotals ? .exact(rows.count) : .atLeast(request.offset + items.count))
    }

    /// A rescued query finds everything.
    private func found<Row>(
        _ rows: [Row], _ query: FilmQuery, _ label: (Row) -> String
    ) -> [Row] {
        guard rescue == nil, !query.isWhole else { return rows }
        return rows.filter { row in
            let words = TextFolding.words(in: label(row))
            let has: (SearchText.Term) -> Bool = { term in
                term.words.allSatisfy { word in
                    words.contains { $0.joined.hasPrefix(word.joined) }
                }
            }
            if let literal = query.text.literal, !label(row).contains(literal) { return false }
            if findsAnyWord { return query.text.terms.contains(where: has) }
            return query.text.terms.allSatisfy(has) && !query.text.exclusions.contains(where: has)
        }
    }

    private func record<Record>(_ record: Record?) throws(CatalogError) -> Record {
        try fail()
        guard let record else {
            throw CatalogError(.notFound, source: "stub", cause: "there is no such record")
        }
        return record
    }

    private func fail() throws(CatalogError) { if let failure { throw failure } }
}
