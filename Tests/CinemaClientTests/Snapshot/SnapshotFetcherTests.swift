import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("A source is read into a snapshot")
struct SnapshotFetcherTests {
    private let directory: TestDirectory
    private let server = StubServer(StubServer.numbered(45))

    init() throws { directory = try TestDirectory() }

    @Test("lists first, then films, best rated first, and then it rests")
    func order() async throws {
        let run = SnapshotRun(server, directory)
        await run.finish()
        #expect(server.pages == [0, 1, 2, 3, 4])
        let tenths = server.details.map { id in
            StubServer.numbered(45).first { $0.id == id }?.rating?.tenths ?? -1
        }
        #expect(tenths.count == 45)
        // Two at a time may overtake each other.
        #expect(zip(tenths, tenths.dropFirst(2)).allSatisfy { $0 >= $1 })
        #expect(run.lastState?.stage == .complete)
        #expect(run.seenConnections == [.online])
        let built = try #require(run.built.last)
        #expect(built.facts.isWhole && built.facts.isComplete && built.missing.isEmpty)
        let film = try await built.catalog.film(Identifier("film-3"))
        #expect(film.people(.director).map(\.id) == [Identifier("person-3")])
        #expect(film.summary.genres.map(\.id) == [Identifier("genre-1")])
        await run.kill()
    }

    @Test("titles can be searched before the first film was read by itself")
    func titles() async throws {
        server.set { $0.hangsAt = 7 }
        let run = SnapshotRun(server, directory)
        run.start()
        await server.waitUntilHanging()
        let built = try #require(run.built.last)
        #expect(built.facts.isWhole && !built.facts.isComplete)
        #expect(built.missing.count == 45)
        let found = try await built.catalog.search(FilmQuery("film 44"), count: 5)
        #expect(found.films.items.map(\.title) == ["Film 44"])
        await run.kill()
    }

    @Test(
        "a program that is killed at any moment goes on where it was",
        arguments: [1, 2, 4, 5, 6, 7, 8, 20, 49, 50, 51])
    func resumed(_ moment: Int) async throws {
        server.set { $0.hangsAt = moment }
        let killed = SnapshotRun(server, directory)
        killed.start()
        await server.waitUntilHanging()
        await killed.kill()
        server.set { $0.hangsAt = nil }
        let run = SnapshotRun(server, directory)
        await run.finish()
        // A program that has all lists looks once whether the server is there.
        let pages = moment > 6 ? server.pages.dropLast() : server.pages[...]
        #expect(Set(pages).count == pages.count)
        #expect(Set(pages).isSuperset(of: 0...4))
        #expect(Set(server.details).count == 45)
        #expect(server.details.count <= 46)
        #expect(run.lastState?.stage == .complete)
        #expect(try await run.built.last?.catalog.summary().films == 45)
        await run.kill()
    }

    @Test("a server that dies in the middle is waited for", arguments: [1, 3, 6, 20])
    func dying(_ moment: Int) async throws {
        server.set { $0.failing = moment...(moment + 4) }
        let run = SnapshotRun(server, directory)
        await run.finish()
        #expect(run.lastState?.stage == .complete)
        #expect(Set(server.details).count == 45)
        #expect(server.pages.sorted() == [0, 1, 2, 3, 4])
        #expect(run.seenConnections.contains { if case .offline = $0 { true } else { false } })
        #expect(run.seenConnections.last == .online)
        await run.kill()
    }

    @Test("more films than the limit are not read, and what was seen stays")
    func tooLarge() async throws {
        let run = SnapshotRun(server, directory, films: 25)
        await run.finish()
        #expect(run.lastState?.stage == .tooLarge)
        #expect(server.pages == [0, 1, 2])
        #expect(server.details.isEmpty)
        await run.kill()
        // Not tried again at the next start.
        let again = SnapshotRun(server, directory, films: 25)
        await again.finish()
        #expect(server.pages == [0, 1, 2])
        #expect(await again.store.state()?.films == 30)
        await again.kill()
    }

    @Test("a server that says that it is too large is believed")
    func announced() async throws {
        server.set { $0.plan.films = 100_000 }
        let run = SnapshotRun(server, directory)
        await run.finish()
        #expect(run.lastState?.stage == .tooLarge)
        #expect(server.requests == 0)
        await run.kill()
    }

    @Test("a film that cannot be read keeps nothing else from being read")
    func brokenFilm() async throws {
        server.set { state in
            state.brokenFilms = [
                "film-4": CatalogError(.invalidAnswer, source: "stub", cause: "broken"),
                "film-5": StubServer.away,
                "film-6": CatalogError(.notFound, source: "stub", cause: "gone"),
            ]
        }
        let run = SnapshotRun(server, directory)
        await run.finish()
        #expect(run.lastState?.stage == .complete)
        #expect(Set(server.details).count == 42)
        #expect(server.requests < 100)
        let built = try #require(run.built.last)
        #expect(built.missing == ["film-4", "film-5", "film-6"])
        #expect(try await built.catalog.film(Identifier("film-4")).title == "Film 4")
        await run.kill()
    }

    @Test("films that the server fails at do not mean that it is away")
    func brokenFilms() async throws {
        server.set { state in
            for number in 1...20 {
                state.brokenFilms["film-\(number)"] = CatalogError(
                    .invalidAnswer, source: "stub", cause: "the server failed (500)")
            }
        }
        let run = SnapshotRun(server, directory)
        let begin = run.clock.now
        await run.finish()
        #expect(run.built.last?.missing.count == 20)
        #expect(
            run.seenConnections.allSatisfy { if case .offline = $0 { false } else { true } })
        // The tries of a film are 15, 60, 240 and 960 seconds apart; all else
        // is done at the usual pace.
        let time = begin.duration(to: run.clock.now)
        #expect(time < .seconds(1_275 + 30))
        await run.kill()
    }

    @Test("a page that cannot be read costs its films only")
    func brokenPage() async throws {
        server.set { $0.brokenPages = [2] }
        let run = SnapshotRun(server, directory)
        await run.finish()
        #expect(run.lastState?.stage == .complete)
        #expect(run.lastState?.films == 35)
        await run.kill()
    }

    @Test("a server that wants to know who asks is not asked again and again")
    func unauthorized() async throws {
        server.set {
            $0.failure = CatalogError(.unauthorized, source: "stub", cause: "a token is missing")
        }
        let run = SnapshotRun(server, directory)
        await run.finish()
        #expect(run.stopped?.kind == .unauthorized)
        #expect(server.requests == 1)
        await run.kill()
    }

    @Test("of two programs one reads")
    func two() async throws {
        let first = SnapshotRun(server, directory)
        await first.finish()
        let requests = server.requests
        let second = SnapshotRun(server, directory)
        second.start()
        await second.kill()
        #expect(server.requests == requests)
        #expect(await second.store.built()?.facts.isComplete == true)
        await first.kill()
    }
}
