internal import CinemaCore
internal import Synchronization

/// A source of which the first question finds out what it is: an API or a
/// search server.
///
/// Remembered in the source's directory once it has answered. Where an answer
/// shows that it may have become the other one, the server is asked anew, at
/// most once a minute.
final class FoundCatalog {
    typealias Server = RemoteCatalog.Server
    typealias Family = SourceConfiguration.Family

    private struct State {
        var found: (family: Family, server: Server)?
        var isRemembered = false
        var checkedAt: Int64?
    }

    let name: String
    private let file: SourceFamilyFile?
    private let now: @Sendable () -> Int64
    private let ask: @Sendable () async throws(CatalogError) -> Family
    private let make: @Sendable (Family) -> Server
    private let state = Mutex(State())

    /// How long it stays what it was found to be, in seconds.
    static let interval: Int64 = 60

    /// - Parameters:
    ///   - file: Read now, on the calling thread.
    ///   - ask: Asks the server what it is, with one small question.
    ///   - make: The catalogue of a source of that family.
    init(
        name: String, file: SourceFamilyFile?,
        now: @escaping @Sendable () -> Int64 = WallClock.seconds,
        ask: @escaping @Sendable () async throws(CatalogError) -> Family,
        make: @escaping @Sendable (Family) -> Server
    ) {
        self.name = name
        self.file = file
        self.now = now
        self.ask = ask
        self.make = make
        guard let family = file?.read() else { return }
        let server = make(family)
        state.withLock { state in
            state.found = (family, server)
            state.isRemembered = true
        }
    }

    /// What it was found to be; nil while nothing was asked.
    var family: Family? { state.withLock { $0.found?.family } }

    /// Nil while nothing was asked.
    private var known: Server? { state.withLock { $0.found?.server } }

    private func answer<Answer>(
        _ question: (Server) async throws(CatalogError) -> Answer
    ) async throws(CatalogError) -> Answer {
        let server = try await found()
        do throws(CatalogError) {
            let answer = try await question(server)
            remember()
            return answer
        } catch {
            guard error.mayMeanAnother, let other = await changed() else { throw error }
            let answer = try await question(other)
            remember()
            return answer
        }
    }

    private func found() async throws(CatalogError) -> Server {
        if let known { return known }
        let family = try await ask()
        let time = now()
        let server = make(family)
        return state.withLock { state in
            // Another question may have been first.
            if let found = state.found { return found.server }
            state.found = (family, server)
            state.checkedAt = time
            return server
        }
    }

    private func remember() {
        let family = state.withLock { state -> Family? in
            guard !state.isRemembered else { return nil }
            state.isRemembered = true
            return state.found?.family
        }
        if let family { file?.write(family) }
    }

    /// The catalogue of what the server has become; nil where it is what it
    /// was, or cannot be asked.
    private func changed() async -> Server? {
        let time = now()
        let isDue = state.withLock { state in
            if let last = state.checkedAt, time >= last, time < last + Self.interval {
                return false
            }
            state.checkedAt = time
            return true
        }
        guard isDue, let family = try? await ask(), family != self.family else { return nil }
        let server = make(family)
        state.withLock { state in
            state.found = (family, server)
            state.isRemembered = false
        }
        return server
    }
}

extension CatalogError {
    /// Whether another kind of server would have answered otherwise.
    fileprivate var mayMeanAnother: Bool {
        switch kind {
        case .notFound, .invalidAnswer, .unsupported: true
        case .cancelled, .unavailable, .unauthorized, .busy: false
        }
    }
}

// What is asked is asked of what was found.
extension FoundCatalog: Catalog {
    /// Before it is known what it is: what any one can do.
    nonisolated var capabilities: CatalogCapabilities {
        known?.capabilities
            ?? CatalogCapabilities(
                filters: [], sorts: [.relevance], matchesPrefixes: false, countsExactly: false,
                countsFacets: false, rescues: false, jumps: true)
    }

    func summary() async throws(CatalogError) -> CatalogSummary {
        try await answer { (server) async throws(CatalogError) in try await server.summary() }
    }

    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        try await answer { (server) async throws(CatalogError) in
            try await server.search(query, count: count)
        }
    }

    func rescuedSearch(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults {
        try await answer { (server) async throws(CatalogError) in
            try await server.rescuedSearch(query, count: count)
        }
    }

    func films(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> {
        try await answer { (server) async throws(CatalogError) in
            try await server.films(query, page: page)
        }
    }

    func people(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<PersonSummary> {
        try await answer { (server) async throws(CatalogError) in
            try await server.people(query, page: page)
        }
    }

    func genres(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<GenreSummary> {
        try await answer { (server) async throws(CatalogError) in
            try await server.genres(query, page: page)
        }
    }

    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await answer { (server) async throws(CatalogError) in
            try await server.statistics(query)
        }
    }

    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await answer { (server) async throws(CatalogError) in try await server.film(id) }
    }

    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await answer { (server) async throws(CatalogError) in try await server.person(id) }
    }

    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await answer { (server) async throws(CatalogError) in try await server.genre(id) }
    }

    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await answer { (server) async throws(CatalogError) in
            try await server.bestFilms(count: count)
        }
    }

    func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? {
        try await answer { (server) async throws(CatalogError) in
            try await server.randomFilm(query, seed: seed)
        }
    }

    func records(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<Film> {
        try await answer { (server) async throws(CatalogError) in
            try await server.records(query, page: page)
        }
    }

    func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        try await answer { (server) async throws(CatalogError) in
            try await server.inspect(subject)
        }
    }
}

extension FoundCatalog: SnapshotSource {
    func snapshotPlan() async throws(CatalogError) -> SnapshotPlan {
        try await answer { (server) async throws(CatalogError) in try await server.snapshotPlan() }
    }

    func snapshotFilms(page: Int) async throws(CatalogError) -> SnapshotPage {
        try await answer { (server) async throws(CatalogError) in
            try await server.snapshotFilms(page: page)
        }
    }

    func snapshotParts(
        after place: SnapshotPlace?
    ) async throws(CatalogError) -> [SnapshotPart]? {
        try await answer { (server) async throws(CatalogError) in
            try await server.snapshotParts(after: place)
        }
    }

    func snapshotFilms(in part: SnapshotPart) async throws(CatalogError) -> SnapshotPage {
        try await answer { (server) async throws(CatalogError) in
            try await server.snapshotFilms(in: part)
        }
    }

    func endSnapshotParts() async { await known?.endSnapshotParts() }

    func snapshotFilm(_ id: String) async throws(CatalogError) -> FilmRecord {
        try await answer { (server) async throws(CatalogError) in
            try await server.snapshotFilm(id)
        }
    }

    func snapshotGenres() async throws(CatalogError) -> [GenreRecord] {
        try await answer { (server) async throws(CatalogError) in
            try await server.snapshotGenres()
        }
    }

    func probe() async throws(CatalogError) {
        try await answer { (server) async throws(CatalogError) in try await server.probe() }
    }

    func close() async { await known?.close() }
}
