import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("A catalogue at a server")
struct RemoteCatalogTests {
    private static let films = GeneratedFilms.films(count: 60, seed: 5)
    private let directory: TestDirectory
    private let server: StubServer

    init() async throws {
        directory = try TestDirectory()
        server = try await RemoteRun.server(Self.films)
    }

    @Test("its snapshot answers as an imported catalogue of the same films does")
    func snapshot() async throws {
        let run = RemoteRun(server, directory)
        await run.readAll()
        let requests = server.requests
        for text in CatalogConformanceTests.queries {
            let expected = try await server.catalog.search(FilmQuery(text), count: 15)
            let found = try await run.search(text)
            #expect(found.films.items.map(\.id) == expected.films.items.map(\.id))
            #expect(found.films.total == expected.films.total)
            #expect(found.people.items.map(\.name) == expected.people.items.map(\.name))
            #expect(found.origin == nil)
        }
        #expect(server.requests == requests)
        #expect(run.catalog.capabilities == .all)
        await run.catalog.close()
    }

    @Test("before there is a snapshot the server answers, and what it gave is kept")
    func noSnapshot() async throws {
        let run = RemoteRun(server, directory)
        let found = try await run.search("star")
        let expected = try await server.catalog.search(FilmQuery("star"), count: 15)
        #expect(found == expected)
        #expect(run.catalog.capabilities == server.capabilities)
        let status = await run.wait { $0.lastAnswer != nil }
        #expect(status?.lastAnswer?.origin == .server)
        await run.catalog.close()
    }

    @Test("a killed server is a state: search, open, walk and restart go on")
    func killed() async throws {
        let run = RemoteRun(server, directory)
        await run.readAll()
        server.set { $0.failure = StubServer.away }
        try await walk(run.catalog)
        await run.catalog.close()
        let requests = server.requests
        let restarted = RemoteRun(server, directory)
        try await walk(restarted.catalog)
        // What the snapshot has is asked of nobody.
        #expect(server.requests == requests)
        let status = await restarted.wait {
            if case .offline = $0.connection { true } else { false }
        }
        #expect(status?.isInstant == true)
        #expect(status?.readAt != nil)
        await restarted.catalog.close()
    }

    private func walk(_ catalog: RemoteCatalog) async throws {
        let best = try await catalog.bestFilms(count: 5)
        let found = try await catalog.search(FilmQuery(), count: 5)
        #expect(!best.isEmpty && !found.films.items.isEmpty)
        let film = try await catalog.film(try #require(found.films.items.first).id)
        let person = try await catalog.person(try #require(film.credits.first).person.id)
        #expect(person.filmography.contains { $0.film.id == film.id })
        if let genre = film.summary.genres.first {
            #expect(try await catalog.genre(genre.id).summary.films > 0)
        }
        #expect(try await catalog.statistics(FilmQuery()).films == .exact(60))
    }

    @Test("a server that comes back is noticed, without anybody asking")
    func recovery() async throws {
        let run = RemoteRun(server, nil)
        server.set { $0.failure = StubServer.away }
        await #expect(throws: CatalogError.self) { try await run.search("star") }
        server.set { $0.failure = nil }
        let status = await run.wait { $0.connection == .online }
        #expect(status?.connection == .online)
        await run.catalog.close()
    }

    @Test("with --offline no request is made, and the snapshot answers")
    func offline() async throws {
        let run = RemoteRun(server, directory)
        await run.readAll()
        await run.catalog.close()
        let requests = server.requests
        let offline = RemoteRun(server, directory, isOffline: true)
        try await walk(offline.catalog)
        #expect(try await offline.catalog.confirm(FilmQuery("star"), count: 15) == nil)
        await #expect(throws: CatalogError.self) {
            try await offline.catalog.film(Identifier("none"))
        }
        let status = await offline.wait { _ in true }
        #expect(status?.connection == .switchedOff)
        #expect(server.requests == requests)
        await offline.catalog.close()
    }

    @Test("with --offline and nothing read before, one sentence says so")
    func offlineAndEmpty() async throws {
        let run = RemoteRun(server, directory, isOffline: true)
        let error = await #expect(throws: CatalogError.self) { try await run.search("star") }
        #expect(error?.kind == .unavailable)
        #expect(
            error?.sentence
                == "stub: nothing was read from it before; leave out --offline once")
        #expect(server.requests == 0)
        await run.catalog.close()
    }

    @Test("a dead server of which nothing was read is named with the cause")
    func deadAndEmpty() async throws {
        server.set { $0.failure = StubServer.away }
        let run = RemoteRun(server, directory)
        let error = await #expect(throws: CatalogError.self) { try await run.search("star") }
        #expect(error?.sentence.contains("the connection was refused") == true)
        // It is not asked at every key.
        let requests = server.requests
        await #expect(throws: CatalogError.self) { try await run.search("star w") }
        #expect(server.requests == requests)
        await run.catalog.close()
    }

    @Test("without a snapshot what was seen serves while the server is away")
    func seen() async throws {
        let run = RemoteRun(server, directory, keepsSnapshot: false)
        let found = try await run.search("the")
        let opened = try #require(found.films.items.first)
        let film = try await run.catalog.film(opened.id)
        server.set { $0.failure = StubServer.away }
        await run.settle()
        let again = try await run.search("the")
        #expect(again.films.items.contains { $0.id == opened.id })
        #expect(again.origin?.place == .snapshot)
        #expect(again.origin?.coverage?.read == found.films.items.count)
        #expect(try await run.catalog.film(opened.id).credits == film.credits)
        let status = await run.wait { _ in true }
        #expect(status?.snapshot?.stage == CatalogStatus.SnapshotProgress.Stage.none)
        #expect(status?.isInstant == false)
        await run.catalog.close()
    }

    @Test("who wants no copy is answered by one of another day while the server is away, no longer")
    func formerCopy() async throws {
        let former = RemoteRun(server, directory)
        await former.readAll()
        await former.catalog.close()
        let run = RemoteRun(server, directory, keepsSnapshot: false)
        #expect(try await run.search("star").origin == nil)
        server.set { $0.failure = StubServer.away }
        #expect(try await run.search("star").origin?.place == .snapshot)
        server.set { $0.failure = nil }
        await run.wait { $0.connection == .online }
        #expect(run.catalog.board.status.isInstant == false)
        let requests = server.requests
        #expect(try await run.search("star").origin == nil)
        #expect(server.requests > requests)
        await run.catalog.close()
    }

    @Test("the rest of the server's rows is not filled with what was seen")
    func rest() async throws {
        let run = RemoteRun(server, directory, keepsSnapshot: false)
        let (query, page) = (FilmQuery("the"), PageRequest(offset: 5, count: 5))
        _ = try await run.search("the")
        server.set { $0.failure = StubServer.away }
        await run.settle()
        await #expect(throws: CatalogError.self) {
            try await run.catalog.films(query, page: page)
        }
        await #expect(throws: CatalogError.self) { try await run.catalog.statistics(query) }
        // Once the first rows are those that were seen, so are the others.
        let again = try await run.search("the")
        let films = try await run.catalog.films(query, page: page)
        #expect(films.total == again.films.total)
        #expect(films.origin?.place == .snapshot)
        await run.catalog.close()
    }

    @Test("what is open at the server is given back at the end, if it is there")
    func givesBack() async throws {
        let run = RemoteRun(server, nil)
        _ = try await run.search("star")
        run.catalog.shutDown()
        #expect(server.closings == 1)
        let dead = RemoteRun(server, nil)
        server.set { $0.failure = StubServer.away }
        _ = try? await dead.search("star")
        dead.catalog.shutDown()
        #expect(server.closings == 1)
    }

    @Test("too many films are searched at the server")
    func tooLarge() async throws {
        let run = RemoteRun(server, directory, films: 30)
        await run.wait { $0.snapshot?.stage == .tooLarge }
        await run.clock.waitForRest()
        let requests = server.requests
        _ = try await run.search("star")
        #expect(server.requests == requests + 1)
        await run.catalog.close()
    }

    @Test("where nothing can be written the server answers")
    func unwritable() async throws {
        let file = try directory.write("", to: "file")
        var options = RemoteOptions(directory: file + "/sub", clock: HastyClock())
        options.now = { 1 }
        let catalog = RemoteCatalog(server: server, options: options)
        let found = try await catalog.search(FilmQuery("star"), count: 15)
        #expect(!found.films.items.isEmpty)
        await catalog.close()
    }
}
