import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Behind the rows of a catalogue at a server")
struct RemoteInspectionTests {
    private let directory: TestDirectory
    private let server: StubServer

    init() async throws {
        directory = try TestDirectory()
        server = try await RemoteRun.server(GeneratedFilms.films(count: 40, seed: 5))
    }

    @Test("documents come from the server, also where a copy answers the rest")
    func inspect() async throws {
        server.set { $0.inspection = Inspection(title: "films/1", lines: [.init("{}")]) }
        let run = RemoteRun(server, directory)
        await run.readAll()
        let told = try await run.catalog.inspect(.film(Identifier("1")))
        #expect(told.title == "films/1")
        await run.catalog.close()
    }

    @Test("without the server there are none, and it is said why")
    func away() async throws {
        server.set { $0.inspection = Inspection(title: "films/1", lines: []) }
        let run = RemoteRun(server, directory, isOffline: true)
        let error = await #expect(throws: CatalogError.self) {
            _ = try await run.catalog.inspect(.film(Identifier("1")))
        }
        #expect(error?.kind == .unavailable && error?.cause.contains("--offline") == true)
        await run.catalog.close()
    }

    @Test("a source without documents says so, and is not thought to be reached")
    func none() async throws {
        let run = RemoteRun(server, directory)
        let error = await #expect(throws: CatalogError.self) {
            _ = try await run.catalog.inspect(.film(Identifier("1")))
        }
        #expect(error?.kind == .unsupported)
        #expect(run.catalog.board.status.connection == .connecting)
        await run.catalog.close()
    }

    @Test("whole films come from the copy without a request, else from the server")
    func records() async throws {
        let plain = RemoteRun(server, nil, keepsSnapshot: false)
        let page = PageRequest(count: 10)
        let told = try await plain.catalog.records(FilmQuery(), page: page)
        #expect(told.items.count == 10 && server.requests > 0)
        await plain.catalog.close()
        let run = RemoteRun(server, directory)
        await run.readAll()
        let requests = server.requests
        let copied = try await run.catalog.records(FilmQuery(), page: page)
        #expect(copied.items.map(\.id) == told.items.map(\.id))
        #expect(server.requests == requests)
        await run.catalog.close()
    }

    @Test("what was seen last is kept, though the program ends at once")
    func ending() async throws {
        for _ in 0..<20 {
            let directory = try TestDirectory()
            let run = RemoteRun(server, directory, keepsSnapshot: false)
            let told = try await run.catalog.films(FilmQuery(), page: PageRequest(count: 5))
            run.catalog.shutDown()
            let later = RemoteRun(server, directory, isOffline: true)
            let kept = try await later.catalog.films(FilmQuery(), page: PageRequest(count: 5))
            #expect(Set(kept.items.map(\.id)) == Set(told.items.map(\.id)))
            await later.catalog.close()
        }
    }

    @Test("the status tells the nodes of a cluster, and of one node nothing")
    func nodes() async {
        let run = RemoteRun(server, directory)
        run.catalog.note(CatalogStatus.Nodes(answering: 1, known: 1))
        #expect(run.catalog.board.status.nodes == nil)
        run.catalog.note(CatalogStatus.Nodes(answering: 1, known: 2))
        #expect(run.catalog.board.status.nodes == CatalogStatus.Nodes(answering: 1, known: 2))
        await run.catalog.close()
    }

    @Test("the status tells what the server took of the time, where it says so")
    func took() async throws {
        server.set { $0.took = 7 }
        let run = RemoteRun(server, directory)
        _ = try await run.search("star")
        #expect(run.catalog.board.status.lastAnswer?.took == 7)
        await run.catalog.close()
    }

    @Test("what is asked behind the films does not hide what these took")
    func behind() async throws {
        server.set { ($0.took, $0.arePeopleApart) = (7, true) }
        let run = RemoteRun(server, directory, keepsSnapshot: false)
        let found = try await run.search("star")
        #expect(found.peopleComeApart)
        server.set { $0.took = 900 }
        _ = try await run.catalog.statistics(FilmQuery("star"))
        _ = try await run.catalog.people(FilmQuery("star"), page: PageRequest(count: 15))
        #expect(run.catalog.board.status.lastAnswer?.took == 7)
        _ = try await run.catalog.people(
            FilmQuery("star"), page: PageRequest(offset: 64, count: 64))
        #expect(run.catalog.board.status.lastAnswer?.took == 900)
        await run.catalog.close()
    }

    @Test("the rescue behind the rows is the server's, and does not hide what these took")
    func rescueBehind() async throws {
        server.set { ($0.took, $0.isRescueApart) = (7, true) }
        let run = RemoteRun(server, directory, keepsSnapshot: false)
        #expect(try await run.search("star").rescueComesApart)
        server.set { $0.took = 900 }
        let rescued = try await run.catalog.rescuedSearch(FilmQuery("star"), count: 15)
        #expect(!rescued.rescueComesApart)
        #expect(server.rescues == 1)
        #expect(run.catalog.board.status.lastAnswer?.took == 7)
        // Asked for by itself it is an answer like any other.
        _ = try await run.catalog.rescuedSearch(FilmQuery("star"), count: 15)
        #expect(run.catalog.board.status.lastAnswer?.took == 900)
        await run.catalog.close()
    }

    @Test("people of rows that are the server's are not filled with what was seen")
    func peopleOfServerRows() async throws {
        server.set { ($0.isRescueApart, $0.arePeopleApart) = (true, true) }
        let run = RemoteRun(server, directory, keepsSnapshot: false)
        #expect(try await run.search("star").rescueComesApart)
        await run.settle()
        server.set { $0.failure = StubServer.away }
        _ = try? await run.catalog.rescuedSearch(FilmQuery("star"), count: 15)
        await #expect(throws: CatalogError.self) {
            try await run.catalog.people(FilmQuery("star"), page: PageRequest(count: 15))
        }
        await run.catalog.close()
    }
}
