import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Synchronization

@testable import CinemaClient

extension ReferenceFilm {
    /// The film as a source tells it.
    var record: FilmRecord {
        var film = FilmRecord(title: title)
        film.id = id
        film.year = year
        film.rating = tenths.flatMap { Rating(tenths: $0) }
        film.reviews = reviews
        film.type = type
        film.runtime = runtime
        film.genres = genres.map { FilmRecord.Name(name: $0) }
        film.countries = countries
        film.languages = languages
        for role in Role.billing {
            film.credits += credits.filter { $0.role == role }.map {
                FilmRecord.Credit(person: FilmRecord.Name(name: $0.name), role: role)
            }
        }
        return film
    }
}

/// A server of a few films that counts what it is asked, and dies when it is
/// told to.
final class StubServer: Catalog, SnapshotSource {
    struct State {
        var films: [FilmRecord]
        var genres: [GenreRecord] = []
        /// Pages and films that were answered, in the order they were.
        var pages: [Int] = []
        var details: [String] = []
        /// All requests, answered or not.
        var requests = 0
        var closings = 0
        var failure: CatalogError?
        /// What searches find nothing for; the parts of an answer fail apart.
        var filmsFailure: CatalogError?
        var peopleFailure: CatalogError?
        /// People are left out of a search.
        var arePeopleApart = false
        /// A search leaves its rescue out.
        var isRescueApart = false
        /// How often a rescue was asked for.
        var rescues = 0
        /// A search whose parts all fail fails in its parts, as at a service.
        var failsInParts = false
        /// Requests of these numbers fail; from 1.
        var failing: ClosedRange<Int>?
        /// The request of this number is never answered.
        var hangsAt: Int?
        var brokenFilms: [String: CatalogError] = [:]
        var brokenPages: Set<Int> = []
        var plan: SnapshotPlan
        /// What is behind each row; nil where it has no documents.
        var inspection: Inspection?
        /// Milliseconds that it says that it took.
        var took: Int?
    }

    let name = "stub"
    let state: Mutex<State>
    let catalog: any Catalog
    private let hanging = ManualClock()

    init(
        _ films: [FilmRecord], pageSize: Int = 10, needsDetails: Bool = true,
        catalog: any Catalog = StubCatalog()
    ) {
        let plan = SnapshotPlan(needsDetails: needsDetails, films: nil, pageSize: pageSize)
        state = Mutex(State(films: films, plan: plan))
        self.catalog = catalog
    }

    static func numbered(_ count: Int) -> [FilmRecord] {
        (0..<count).map { number in
            var film = FilmRecord(title: "Film \(number)")
            film.id = "film-\(number)"
            film.rating = Rating(tenths: (number * 37) % 101)
            film.genres = [FilmRecord.Name(id: "genre-1", name: "Drama")]
            film.credits = [
                FilmRecord.Credit(
                    person: FilmRecord.Name(
                        id: "person-\(number % 7)", name: "Person \(number % 7)"),
                    role: .director)
            ]
            return film
        }
    }

    static let away = CatalogError(
        .unavailable, source: "stub", cause: "the connection was refused")

    func set(_ change: @Sendable (inout State) -> Void) { state.withLock { change(&$0) } }
    var requests: Int { state.withLock { $0.requests } }
    var closings: Int { state.withLock { $0.closings } }
    var rescues: Int { state.withLock { $0.rescues } }
    var pages: [Int] { state.withLock { $0.pages } }
    var details: [String] { state.withLock { $0.details } }
    func waitUntilHanging() async { await hanging.waitForSleepers() }

    private func answer() async throws(CatalogError) {
        let (failure, hangs) = state.withLock { state -> (CatalogError?, Bool) in
            state.requests += 1
            let fails = state.failing?.contains(state.requests) ?? false
            return (fails ? Self.away : state.failure, state.hangsAt == state.requests)
        }
        if hangs { try? await hanging.sleep(for: .seconds(1)) }
        if Task.isCancelled { throw .cancelled(source: name) }
        if let failure { throw failure }
        RequestContext.current?.note(.server)
        if let took = state.withLock({ $0.took }) {
            RequestContext.current?.noteTook(milliseconds: took)
        }
    }

    // MARK: SnapshotSource

    func snapshotPlan() async throws(CatalogError) -> SnapshotPlan { state.withLock { $0.plan } }

    func snapshotFilms(page: Int) async throws(CatalogError) -> SnapshotPage {
        try await answer()
        let (films, size, isBroken) = state.withLock { state in
            (state.films, state.plan.pageSize, state.brokenPages.contains(page))
        }
        if isBroken {
            throw CatalogError(.invalidAnswer, source: name, cause: "the page makes no sense")
        }
        // Lists know little.
        let rows = films.dropFirst(page * size).prefix(size).map { film in
            var row = FilmRecord(title: film.title)
            row.id = film.id
            row.rating = film.rating
            return state.withLock { $0.plan.needsDetails } ? row : film
        }
        state.withLock { $0.pages.append(page) }
        return SnapshotPage(films: Array(rows), isLast: (page + 1) * size >= films.count)
    }

    func snapshotFilm(_ id: String) async throws(CatalogError) -> FilmRecord {
        try await answer()
        let (film, error) = state.withLock { state in
            (state.films.first { $0.id == id }, state.brokenFilms[id])
        }
        if let error { throw error }
        guard let film else {
            throw CatalogError(.notFound, source: name, cause: "there is no such film")
        }
        state.withLock { $0.details.append(id) }
        return film
    }

    func snapshotGenres() async throws(CatalogError) -> [GenreRecord] {
        try await answer()
        return state.withLock { $0.genres }
    }

    func close() async { state.withLock { $0.closings += 1 } }

    // MARK: Catalog

    var capabilities: CatalogCapabilities {
        CatalogCapabilities(
            filters: [], sorts: [.relevance], matchesPrefixes: false, countsExactly: false,
            countsFacets: false, rescues: false, jumps: false)
    }

    func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        guard let inspection = state.withLock({ $0.inspection }) else {
            throw CatalogError(.unsupported, source: name, cause: "there are no documents")
        }
        try await answer()
        return inspection
    }

    func summary() async throws(CatalogError) -> CatalogSummary {
        try await answer()
        return try await catalog.summary()
    }

    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        let (films, people) = state.withLock { ($0.filmsFailure, $0.peopleFailure) }
        if films == nil || people == nil {
            do throws(CatalogError) { try await answer() } catch {
                guard state.withLock({ $0.failsInParts }) else { throw error }
                return SearchResults(
                    filmsFailure: error, peopleFailure: error, genresFailure: error)
            }
        }
        var results = try await catalog.search(query, count: count)
        if state.withLock({ $0.arePeopleApart }) {
            results.people = Page(total: results.people.total)
            results.peopleComeApart = true
        }
        results.rescueComesApart = state.withLock { $0.isRescueApart }
        if let films { (results.films, results.filmsFailure) = (Page(), films) }
        if let people { (results.people, results.peopleFailure) = (Page(), people) }
        return results
    }

    func rescuedSearch(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults {
        var results = try await search(query, count: count)
        state.withLock { $0.rescues += 1 }
        results.rescueComesApart = false
        return results
    }

    func films(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> {
        try await answer()
        return try await catalog.films(query, page: page)
    }

    func people(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<PersonSummary> {
        try await answer()
        return try await catalog.people(query, page: page)
    }

    func genres(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<GenreSummary> {
        try await answer()
        return try await catalog.genres(query, page: page)
    }

    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await answer()
        return try await catalog.statistics(query)
    }

    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await answer()
        return try await catalog.film(id)
    }

    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await answer()
        return try await catalog.person(id)
    }

    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await answer()
        return try await catalog.genre(id)
    }

    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await answer()
        return try await catalog.bestFilms(count: count)
    }

    func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? {
        try await answer()
        return try await catalog.randomFilm(query, seed: seed)
    }
}
