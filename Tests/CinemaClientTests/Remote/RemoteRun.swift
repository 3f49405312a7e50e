import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// A remote catalogue over a stub server, and a clock that waits for nothing.
final class RemoteRun: Sendable {
    let clock = HastyClock()
    let server: StubServer
    let catalog: RemoteCatalog

    init(
        _ server: StubServer, _ directory: TestDirectory?, isOffline: Bool = false,
        keepsSnapshot: Bool = true, films: Int? = nil
    ) {
        self.server = server
        var options = RemoteOptions(
            directory: directory?.path, isOffline: isOffline, keepsSnapshot: keepsSnapshot,
            films: films, clock: clock)
        options.now = clock.timeOfDay
        catalog = RemoteCatalog(server: server, options: options)
    }

    /// A server of the films, whose own search knows them as well.
    static func server(_ films: [ReferenceFilm]) async throws -> StubServer {
        let catalog = try await CatalogFixture.imported("server", films).catalog()
        return StubServer(films.map(\.record), pageSize: 50, catalog: catalog)
    }

    /// Returns once a status is as wanted.
    @discardableResult
    func wait(until isWanted: (CatalogStatus) -> Bool) async -> CatalogStatus? {
        for await status in catalog.statuses() where isWanted(status) { return status }
        return nil
    }

    /// Returns once the snapshot is read.
    func readAll() async {
        await wait { $0.snapshot?.stage == .complete }
        await clock.waitForRest()
    }

    /// Returns once what was seen before is kept: it is kept behind the screen,
    /// one hop of its thread after another.
    func settle() async {
        for _ in 0..<6 { _ = await catalog.store?.state() }
    }

    func search(_ text: String) async throws -> SearchResults {
        try await catalog.search(FilmQuery(text), count: 15)
    }
}
