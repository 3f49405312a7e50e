import CinemaCore
import CinemaTestSupport
import Glibc
import Testing

@testable import CinemaClient

@Suite("While a snapshot is being read")
struct RemoteDetailsTests {
    private static let films = GeneratedFilms.films(count: 60, seed: 9)
    private let directory: TestDirectory
    private let server: StubServer

    init() async throws {
        directory = try TestDirectory()
        server = try await RemoteRun.server(Self.films)
    }

    /// A catalogue that has all titles, and no film's own record.
    private func titlesOnly() async throws -> RemoteRun {
        // Two pages and the genres.
        server.set { $0.hangsAt = 4 }
        let run = RemoteRun(server, directory)
        await run.wait { $0.isInstant }
        await server.waitUntilHanging()
        return run
    }

    @Test("titles are found at once, and filters say how far they look")
    func coverage() async throws {
        let run = try await titlesOnly()
        let requests = server.requests
        let found = try await run.search("")
        #expect(found.films.total == .exact(60))
        #expect(found.origin == ResultOrigin(place: .snapshot))
        let filtered = try await run.search("genre:drama")
        #expect(
            filtered.origin
                == ResultOrigin(
                    place: .snapshot, coverage: ResultOrigin.Coverage(read: 0, total: .exact(60))))
        #expect(server.requests == requests)
        await run.catalog.close()
    }

    @Test("a film that was not read is asked of the server, and kept")
    func film() async throws {
        let run = try await titlesOnly()
        let row = try #require(try await run.search("").films.items.first)
        let film = try await run.catalog.film(row.id)
        #expect(film.credits == (try await server.catalog.film(row.id)).credits)
        await run.settle()
        #expect(await run.catalog.store?.state()?.details == 1)
        server.set { $0.failure = StubServer.away }
        // The next one comes from the list: its title is better than nothing.
        let other = try #require(try await run.search("").films.items.last)
        #expect(try await run.catalog.film(other.id).title == other.title)
        await run.catalog.close()
    }

    @Test("the server confirms: what it has besides is told, and read")
    func confirm() async throws {
        let run = RemoteRun(server, directory)
        await run.readAll()
        #expect(try await run.catalog.confirm(FilmQuery("star"), count: 15) == nil)
        var new = ReferenceFilm(id: "new", title: "A Starry Newcomer")
        new.tenths = 71
        let films = Self.films + [new]
        let grown = try await CatalogFixture.imported("grown", films).catalog()
        let other = StubServer(films.map(\.record), pageSize: 50, catalog: grown)
        await run.catalog.close()
        let next = RemoteRun(other, directory)
        await next.wait { $0.connection == .online }
        await next.clock.waitForRest()
        let requests = other.requests
        let revision = next.catalog.board.status.revision
        #expect(try await next.catalog.confirm(FilmQuery("st"), count: 15) == nil)
        #expect(other.requests == requests)
        let told = try await next.catalog.confirm(FilmQuery("starry"), count: 15)
        #expect(told?.films.items.map(\.id) == [Identifier("new")])
        #expect(told?.origin?.place == .server)
        await next.wait { $0.revision > revision }
        #expect(try await next.search("starry newcomer").films.items.first?.id.text == "new")
        await next.catalog.close()
    }

    @Test("a server that no part of a search reaches is away, not silent")
    func confirmationFails() async throws {
        let run = RemoteRun(server, directory)
        await run.readAll()
        server.set {
            $0.failure = StubServer.away
            $0.failsInParts = true
        }
        #expect(try await run.catalog.confirm(FilmQuery("star"), count: 15) == nil)
        let status = await run.wait {
            if case .offline = $0.connection { true } else { false }
        }
        #expect(status != nil)
        await run.catalog.close()
    }

    @Test("a film that the server has under another title is told")
    func changed() async throws {
        let run = RemoteRun(server, directory)
        await run.readAll()
        await run.catalog.close()
        var films = Self.films
        films[3].title = "Zanzibar Revisited"
        let grown = try await CatalogFixture.imported("changed", films).catalog()
        let next = RemoteRun(
            StubServer(films.map(\.record), pageSize: 50, catalog: grown), directory)
        let told = try await next.catalog.confirm(FilmQuery("zanzibar"), count: 15)
        #expect(told?.films.items.map(\.title) == ["Zanzibar Revisited"])
        await next.catalog.close()
    }

    @Test("a server that is found dead while a search is confirmed is shown as dead")
    func deadWhileConfirming() async throws {
        let run = RemoteRun(server, directory)
        await run.readAll()
        server.set { ($0.filmsFailure, $0.peopleFailure) = (StubServer.away, StubServer.away) }
        #expect(try await run.catalog.confirm(FilmQuery("star"), count: 15) == nil)
        guard case .offline = run.catalog.monitor.health.state else {
            Issue.record("it is thought to be there")
            return
        }
        #expect(run.catalog.board.status.lastAnswer?.origin != .cache)
        await run.catalog.close()
    }

    @Test("a server that breaks at some questions is not away")
    func brokenQuestion() async throws {
        let run = RemoteRun(server, nil)
        server.set { $0.filmsFailure = StubServer.away }
        let found = try await run.search("star")
        #expect(found.filmsFailure == StubServer.away)
        #expect(run.catalog.monitor.health.state == .online)
        await run.catalog.close()
    }

    @Test("a token that no longer serves is noticed while a search is confirmed")
    func refused() async throws {
        let run = RemoteRun(server, directory)
        await run.readAll()
        let refusal = CatalogError(.unauthorized, source: "stub", cause: "it asks for a token")
        server.set { $0.filmsFailure = refusal }
        #expect(try await run.catalog.confirm(FilmQuery("star"), count: 15) == nil)
        #expect(run.catalog.monitor.health.state == .offline(refusal, retryAt: nil))
        await run.catalog.close()
    }

    @Test("where nothing can be kept no progress is promised, and the server answers")
    func unwritable() async throws {
        // No file can be made there.
        #expect(mkdir(directory.file(SnapshotDatabase.fileName), 0o755) == 0)
        let run = RemoteRun(server, directory)
        let status = await run.wait {
            $0.snapshot?.stage == CatalogStatus.SnapshotProgress.Stage.none
        }
        #expect(status?.isInstant == false)
        #expect(try await !run.search("the").films.items.isEmpty)
        await run.catalog.close()
    }

    @Test("a second program sees what the first has read, at its next question")
    func secondProgram() async throws {
        let second = RemoteRun(server, directory)
        let first = RemoteRun(server, directory)
        await first.readAll()
        #expect(second.catalog.holder.built?.facts == nil)
        second.clock.advance(by: .seconds(10))
        second.catalog.lookAround()
        let status = await second.wait { $0.isInstant }
        #expect(status?.snapshot?.stage == .complete)
        #expect(try await second.search("").films.total == .exact(60))
        await first.catalog.close()
        await second.catalog.close()
    }

    @Test("progress is told now and then, states at once")
    func statuses() async {
        let clock = ManualClock()
        let board = StatusBoard(CatalogStatus(connection: .connecting), time: RunningTime(clock))
        var iterator = board.stream { _ in }.makeAsyncIterator()
        #expect(await iterator.next()?.connection == .connecting)
        func read(_ count: Int) {
            board.update { status in
                status.snapshot = CatalogStatus.SnapshotProgress(
                    stage: .details, read: count, total: .exact(9))
            }
        }
        read(1)
        #expect(await iterator.next()?.snapshot?.read == 1)
        read(2)
        clock.advance(by: .milliseconds(500))
        read(3)
        #expect(await iterator.next()?.snapshot?.read == 3)
        read(4)
        board.update { $0.connection = .online }
        let last = await iterator.next()
        #expect(last?.connection == .online)
        #expect(last?.snapshot?.read == 4)
    }

    @Test("a server that is away is tried after 5, 10, 20, 40 and 60 seconds")
    func pauses() {
        var health = SourceHealth(isOffline: false)
        var now = Duration.zero
        var pauses: [Int] = []
        for _ in 0..<6 {
            health.failed(StubServer.away, now: now)
            guard case .offline(_, let retryAt?) = health.state else { return }
            pauses.append((retryAt - now).inSeconds)
            // Requests that were on their way fail with it.
            health.failed(StubServer.away, now: now)
            let before = health.mayAsk(now: now)
            now = retryAt
            let after = health.mayAsk(now: now)
            #expect(!before && after)
        }
        #expect(pauses == [5, 10, 20, 40, 60, 60])
        health.reached()
        #expect(health.state == .online)
    }
}
