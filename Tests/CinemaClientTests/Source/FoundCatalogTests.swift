import CinemaCore
import CinemaTestSupport
import Synchronization
import Testing

@testable import CinemaClient

@Suite("A source of which it is not known what it is")
struct FoundCatalogTests {
    /// What the server is, how often that was asked, and the time of day.
    private final class Server: Sendable {
        let family = Mutex(SourceConfiguration.Family.api)
        let asked = Mutex(0)
        let time = Mutex(Int64(1_000))
        let api = StubServer(StubServer.numbered(3))
        let index = StubServer(StubServer.numbered(5))

        func catalog(_ file: SourceFamilyFile?) -> FoundCatalog {
            FoundCatalog(
                name: "work", file: file, now: { self.time.withLock { $0 } },
                ask: { () async throws(CatalogError) in
                    self.asked.withLock { $0 += 1 }
                    return self.family.withLock { $0 }
                },
                make: { $0 == .elasticsearch ? self.index : self.api })
        }

        func become(_ family: SourceConfiguration.Family) {
            self.family.withLock { $0 = family }
            let wrong = CatalogError(.invalidAnswer, source: "work", cause: "no such server")
            api.set { $0.failure = family == .api ? nil : wrong }
            index.set { $0.failure = family == .api ? wrong : nil }
        }
    }

    private let server = Server()
    private let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private var file: SourceFamilyFile { SourceFamilyFile(directory: directory.path) }

    @Test("is asked once, at its first question, and remembered once it has answered")
    func once() async throws {
        server.become(.elasticsearch)
        let catalog = server.catalog(file)
        #expect(catalog.family == nil && server.asked.withLock { $0 } == 0)
        #expect(try await catalog.snapshotFilms(page: 0).films.count == 5)
        #expect(try await catalog.snapshotFilms(page: 0).films.count == 5)
        #expect(server.asked.withLock { $0 } == 1)
        let again = server.catalog(file)
        #expect(again.family == .elasticsearch)
        #expect(try await again.snapshotFilms(page: 0).films.count == 5)
        #expect(server.asked.withLock { $0 } == 1)
    }

    @Test("is asked anew where what it was does not answer any more, at most once a minute")
    func changed() async throws {
        server.become(.api)
        let catalog = server.catalog(file)
        #expect(try await catalog.snapshotFilms(page: 0).films.count == 3)
        server.become(.elasticsearch)
        await #expect(throws: CatalogError.self) { try await catalog.probe() }
        server.time.withLock { $0 += FoundCatalog.interval }
        #expect(try await catalog.snapshotFilms(page: 0).films.count == 5)
        #expect(server.asked.withLock { $0 } == 2 && file.read() == .elasticsearch)
    }

    @Test("that is away is not asked what it is")
    func away() async throws {
        server.become(.api)
        let catalog = server.catalog(nil)
        try await catalog.probe()
        server.api.set { $0.failure = StubServer.away }
        server.time.withLock { $0 += FoundCatalog.interval }
        await #expect(throws: CatalogError.self) { try await catalog.probe() }
        #expect(server.asked.withLock { $0 } == 1)
    }

    @Test("of which an earlier version kept a dialect is an API; a damaged file says nothing")
    func files() throws {
        #expect(file.read() == nil)
        _ = try directory.write("{}", to: RemoteSource.dialectFile)
        #expect(file.read() == .api)
        _ = try directory.write("soap\n", to: SourceFamilyFile.name)
        #expect(file.read() == nil)
        for family in [SourceConfiguration.Family.api, .elasticsearch] {
            file.write(family)
            #expect(file.read() == family)
        }
    }
}
