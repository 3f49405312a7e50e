public import CinemaCore
import Synchronization

/// A catalogue that plays a server: it reports how it does, confirms, and
/// fails as a whole or in parts when the test says so.
public final class RemoteStub: Catalog {
    public struct Behavior: Sendable {
        /// Every question fails so.
        public var failure: CatalogError?
        /// These parts of a search fail so, and their further pages.
        public var filmsFailure: CatalogError?
        public var peopleFailure: CatalogError?
        public var genresFailure: CatalogError?
        public var recordFailure: CatalogError?
        public var origin: ResultOrigin?
        /// People are left out of a search, which tells so much of their number.
        public var totalOfPeopleApart: Count?
        /// Rows of a rescue are left out of a search.
        public var rescuesApart = false
        public var rescueFailure: CatalogError?
        /// What the server adds to any query.
        public var confirmation: SearchResults?
        public var matchesPrefixes = true
        /// Where within its source the catalogue is.
        public var place: String?
        public var catalog: any Catalog
        /// What is behind a row or a list; nil for a source that tells nothing.
        public var inspection: (@Sendable (InspectionSubject) -> Inspection)?
        public var inspectionFailure: CatalogError?
        /// Every question so far: `search star`, `confirm star`, `film ID`.
        public var asked: [String] = []
    }

    private let behavior: Mutex<Behavior>
    private let reports: AsyncStream<CatalogStatus>
    private let reporting: AsyncStream<CatalogStatus>.Continuation

    public init(_ catalog: any Catalog = StubCatalog()) {
        behavior = Mutex(Behavior(catalog: catalog))
        (reports, reporting) = AsyncStream.makeStream()
    }

    public var capabilities: CatalogCapabilities {
        var capabilities = CatalogCapabilities.all
        behavior.withLock { behavior in
            capabilities.inspects = behavior.inspection != nil
            capabilities.matchesPrefixes = behavior.matchesPrefixes
        }
        return capabilities
    }

    public func inspect(_ subject: InspectionSubject) async throws(CatalogError) -> Inspection {
        let behavior = try ask("inspect \(subject)")
        if let failure = behavior.inspectionFailure { throw failure }
        return behavior.inspection?(subject) ?? Inspection(title: "", lines: [])
    }

    public func set(_ change: @Sendable (inout Behavior) -> Void) {
        behavior.withLock { change(&$0) }
    }

    /// The questions of a kind so far, without its name.
    public func asked(_ kind: String) -> [String] {
        behavior.withLock { behavior in
            behavior.asked.filter { $0.hasPrefix(kind + " ") }.map {
                String($0.dropFirst(kind.count + 1))
            }
        }
    }

    public func report(_ status: CatalogStatus) { reporting.yield(status) }
    public func statuses() -> AsyncStream<CatalogStatus> { reports }

    private func ask(_ question: String) throws(CatalogError) -> Behavior {
        let behavior = behavior.withLock { behavior in
            behavior.asked.append(question)
            return behavior
        }
        if let failure = behavior.failure { throw failure }
        return behavior
    }

    public func summary() async throws(CatalogError) -> CatalogSummary {
        let behavior = try ask("summary ")
        var summary = try await behavior.catalog.summary()
        summary.name = "films.example"
        summary.place = behavior.place
        return summary
    }

    public func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        let behavior = try ask("search \(query.queryText)")
        var found = try await behavior.catalog.search(query, count: count)
        found.origin = behavior.origin
        if let failure = behavior.filmsFailure {
            found.filmsFailure = failure
            found.films = Page()
        }
        if behavior.rescuesApart, let rescue = found.rescue {
            found.films = Page(
                items: Array(found.films.items.prefix(rescue.filmsAsTyped)),
                total: .exact(rescue.filmsAsTyped))
            found.rescue = nil
            found.rescueComesApart = true
        }
        if let total = behavior.totalOfPeopleApart {
            found.people = Page(total: total)
            found.peopleComeApart = true
        }
        if let failure = behavior.peopleFailure {
            found.peopleFailure = failure
            found.people = Page()
        }
        if let failure = behavior.genresFailure {
            found.genresFailure = failure
            found.genres = Page()
        }
        return found
    }

    public func rescuedSearch(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults {
        guard behavior.withLock({ $0.rescuesApart }) else {
            return try await search(query, count: count)
        }
        let behavior = try ask("rescue \(query.queryText)")
        if let failure = behavior.rescueFailure { throw failure }
        return try await behavior.catalog.search(query, count: count)
    }

    public func films(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<FilmSummary>
    {
        let behavior = try ask("films \(page.offset)")
        if let failure = behavior.filmsFailure { throw failure }
        return try await behavior.catalog.films(query, page: page)
    }

    public func people(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<PersonSummary>
    {
        let behavior = try ask("people \(page.offset)")
        if let failure = behavior.peopleFailure { throw failure }
        return try await behavior.catalog.people(query, page: page)
    }

    public func genres(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<GenreSummary>
    {
        let behavior = try ask("genres \(page.offset)")
        if let failure = behavior.genresFailure { throw failure }
        return try await behavior.catalog.genres(query, page: page)
    }

    public func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await ask("statistics \(query.queryText)").catalog.statistics(query)
    }

    public func confirm(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults? {
        try ask("confirm \(query.queryText)").confirmation
    }

    private func record(_ question: String) throws(CatalogError) -> any Catalog {
        let behavior = try ask(question)
        if let failure = behavior.recordFailure { throw failure }
        return behavior.catalog
    }

    public func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await record("film \(id)").film(id)
    }

    public func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await record("person \(id)").person(id)
    }

    public func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await record("genre \(id)").genre(id)
    }

    public func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await ask("best ").catalog.bestFilms(count: count)
    }

    public func randomFilm(_ query: FilmQuery, seed: UInt64) async throws(CatalogError)
        -> FilmSummary?
    {
        try await ask("random ").catalog.randomFilm(query, seed: seed)
    }
}

extension CatalogStatus {
    /// A server that is asked for everything.
    public static let atTheServer = CatalogStatus(
        connection: .online, isInstant: false,
        lastAnswer: LastAnswer(origin: .server, milliseconds: 182), revision: 0)

    /// A server of which all is at hand.
    public static let withSnapshot = CatalogStatus(
        connection: .online,
        readAt: LocalTime(year: 2026, month: 11, day: 24, hour: 14, minute: 2, isToday: true),
        snapshot: SnapshotProgress(stage: .complete, read: 9, total: .exact(9)),
        lastAnswer: LastAnswer(origin: .snapshot, milliseconds: 3))

    /// The same, away.
    public func offline(
        _ error: CatalogError = .away, retryAfterSeconds: Int? = 30
    ) -> CatalogStatus {
        var status = self
        status.connection = .offline(error, retryAfterSeconds: retryAfterSeconds)
        return status
    }

    public func with(revision: Int) -> CatalogStatus {
        var status = self
        status.revision = revision
        return status
    }
}

extension CatalogError {
    public static let away = CatalogError(
        .unavailable, source: "films.example",
        cause: "the connection was refused; is the server running?")
}
