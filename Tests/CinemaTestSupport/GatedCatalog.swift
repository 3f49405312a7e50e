public import CinemaCore
import Synchronization

/// A catalogue that answers when the test lets it, in any order: each call
/// waits at a gate under a name such as `search star`.
///
/// A call whose task is cancelled goes on waiting, as a careless catalogue's
/// would. With a `ManualExecutor` for the caller everything happens on the
/// test's own thread, from the key to the answer.
public final class GatedCatalog: Catalog {
    private let catalog: any Catalog
    private let gate = Gate()
    private let record = Mutex<(cancelled: [String], failing: [String: CatalogError])>(([], [:]))

    public init(_ catalog: any Catalog = StubCatalog()) { self.catalog = catalog }

    public var capabilities: CatalogCapabilities { catalog.capabilities }

    /// The calls that wait, oldest first.
    public var waiting: [String] { gate.executor.waiting }
    /// The calls that were let go on after their tasks had been cancelled.
    public var cancelled: [String] { record.withLock { $0.cancelled } }

    /// Lets the oldest waiting call of a name go on.
    public func open(_ name: String) { gate.executor.open(name) }

    /// Lets the oldest waiting call of a name fail.
    public func fail(_ name: String, _ error: CatalogError) {
        record.withLock { $0.failing[name] = error }
        open(name)
    }

    /// Lets every waiting call go on.
    public func openAll() { for name in waiting { open(name) } }

    private func wait(_ name: String) async throws(CatalogError) {
        gate.executor.announce(name)
        await gate.pass()
        let error = record.withLock { record in
            if Task.isCancelled { record.cancelled.append(name) }
            return record.failing.removeValue(forKey: name)
        }
        if let error { throw error }
    }

    public func summary() async throws(CatalogError) -> CatalogSummary {
        try await wait("summary")
        return try await catalog.summary()
    }

    public func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        try await wait("search \(query.queryText)")
        return try await catalog.search(query, count: count)
    }

    public func films(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<FilmSummary>
    {
        try await wait("films \(page.offset)")
        return try await catalog.films(query, page: page)
    }

    public func people(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<PersonSummary>
    {
        try await wait("people \(page.offset)")
        return try await catalog.people(query, page: page)
    }

    public func genres(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<GenreSummary>
    {
        try await wait("genres \(page.offset)")
        return try await catalog.genres(query, page: page)
    }

    public func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await wait("statistics \(query.queryText)")
        return try await catalog.statistics(query)
    }

    public func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await wait("film \(id)")
        return try await catalog.film(id)
    }

    public func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await wait("person \(id)")
        return try await catalog.person(id)
    }

    public func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await wait("genre \(id)")
        return try await catalog.genre(id)
    }

    public func confirm(
        _ query: FilmQuery, count: Int
    ) async throws(CatalogError) -> SearchResults? {
        try await wait("confirm \(query.queryText)")
        return try await catalog.confirm(query, count: count)
    }

    public func statuses() -> AsyncStream<CatalogStatus> { catalog.statuses() }

    public func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await wait("bestFilms")
        return try await catalog.bestFilms(count: count)
    }

    public func randomFilm(_ query: FilmQuery, seed: UInt64) async throws(CatalogError)
        -> FilmSummary?
    {
        try await wait("random")
        return try await catalog.randomFilm(query, seed: seed)
    }
}

/// Where calls wait: an actor that gets its turn when the test says so. A
/// continuation would do as well, but comes back by way of another thread.
private actor Gate {
    nonisolated let executor = GateExecutor()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func pass() {}
}

private final class GateExecutor: SerialExecutor {
    private let jobs = Mutex<(name: String, waiting: [(name: String, job: UnownedJob)])>(("", []))

    var waiting: [String] { jobs.withLock { $0.waiting.map(\.name) } }

    /// Names the job that comes next.
    func announce(_ name: String) { jobs.withLock { $0.name = name } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.waiting.append(($0.name, job)) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    func open(_ name: String) {
        let job = jobs.withLock { jobs in
            jobs.waiting.firstIndex { $0.name == name }.map { jobs.waiting.remove(at: $0).job }
        }
        job?.runSynchronously(on: asUnownedSerialExecutor())
    }
}
