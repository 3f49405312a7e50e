public import CinemaCore
import Synchronization

/// A catalogue that answers when the test lets it, in any order: each call
/// waits at a gate under a name such as `search star`.
///
/// A call whose task is cancelled goes on waiting, as a careless catalogue's
/// would; `cancelled` tells that it was.
public final class GatedCatalog: Catalog {
    private let catalog: any Catalog
    private let gates = Mutex(Gates())

    private struct Gates {
        var waiting: [(name: String, continuation: CheckedContinuation<Void, Never>)] =
            []
        var cancelled: [String] = []
        var failing: [String: CatalogError] = [:]
        var asked: [String] = []
    }

    public init(_ catalog: any Catalog = StubCatalog()) { self.catalog = catalog }

    public var capabilities: CatalogCapabilities { catalog.capabilities }

    /// Every call so far, by name.
    public var asked: [String] { gates.withLock { $0.asked } }
    /// The calls that wait, oldest first.
    public var waiting: [String] { gates.withLock { $0.waiting.map(\.name) } }
    /// The calls whose tasks were cancelled while they waited.
    public var cancelled: [String] { gates.withLock { $0.cancelled } }

    /// Lets the oldest waiting call of a name go on.
    public func open(_ name: String) {
        let continuation = gates.withLock { gates in
            gates.waiting.firstIndex { $0.name == name }.map {
                gates.waiting.remove(at: $0).continuation
            }
        }
        continuation?.resume()
    }

    /// Lets the oldest waiting call of a name fail.
    public func fail(_ name: String, _ error: CatalogError) {
        gates.withLock { $0.failing[name] = error }
        open(name)
    }

    /// Lets every waiting call go on.
    public func openAll() { for name in waiting { open(name) } }

    private func wait(_ name: String) async throws(CatalogError) {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                gates.withLock { gates in
                    gates.asked.append(name)
                    gates.waiting.append((name, continuation))
                }
            }
        } onCancel: {
            gates.withLock { $0.cancelled.append(name) }
        }
        if let error = gates.withLock({ $0.failing.removeValue(forKey: name) }) { throw error }
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
