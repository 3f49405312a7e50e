import CinemaCore
import CinemaTestSupport
import Glibc
import Testing

@testable import CinemaClient

@Suite("A snapshot is kept fresh")
struct SnapshotRefreshTests {
    private let directory: TestDirectory
    private let server = StubServer(StubServer.numbered(25))

    init() throws { directory = try TestDirectory() }

    @Test("after a day the lists are read anew, and only what has changed of the films")
    func refreshed() async throws {
        let run = SnapshotRun(server, directory)
        await run.finish()
        server.set { state in
            state.pages = []
            state.details = []
            state.films.removeFirst()
            state.films[0].title = "Renamed"
            state.films.append(StubServer.numbered(26)[25])
        }
        run.clock.advance(by: .seconds(24 * 3_600 + 1))
        await run.clock.waitForRest()
        #expect(server.pages == [0, 1, 2])
        #expect(Set(server.details) == ["film-1", "film-25"])
        let built = try #require(run.built.last)
        #expect(try await built.catalog.summary().films == 25)
        #expect(try await built.catalog.film(Identifier("film-1")).title == "Renamed")
        await #expect(throws: CatalogError.self) {
            try await built.catalog.film(Identifier("film-0"))
        }
        await run.kill()
    }

    @Test("after a week the films are read anew as well")
    func oldDetails() async throws {
        let run = SnapshotRun(server, directory)
        await run.finish()
        server.set { $0.details = [] }
        run.clock.advance(by: .seconds(8 * 24 * 3_600))
        await run.clock.waitForRest()
        #expect(server.details.count == 25)
        await run.kill()
    }

    @Test("a film that was seen and is gone is in no copy of lists that have every film")
    func goneSinceSeen() async throws {
        for areWhole in [false, true] {
            let directory = try TestDirectory()
            server.set { $0.plan.listsAreWhole = areWhole }
            let run = SnapshotRun(server, directory)
            var gone = FilmRecord(title: "Gone")
            gone.id = "gone"
            let seen = [gone]
            _ = await run.store.keepSeen(seen, areWhole: true, wanted: false)
            run.clock.advance(by: .seconds(60))
            await run.finish()
            #expect(run.lastState?.films == (areWhole ? 25 : 26))
            await run.kill()
        }
    }

    @Test("a film that is seen while lists are read stays, though the program is started again")
    func seenBetween() async throws {
        server.set {
            $0.plan.listsAreWhole = true
            $0.hangsAt = 2
        }
        let former = SnapshotRun(server, directory)
        former.start()
        await server.waitUntilHanging()
        former.clock.advance(by: .seconds(60))
        var new = FilmRecord(title: "New")
        new.id = "new"
        let seen = [new]
        _ = await former.store.keepSeen(seen, areWhole: true, wanted: false)
        await former.kill()
        server.set { $0.hangsAt = nil }
        let run = SnapshotRun(server, directory)
        run.clock.advance(by: .seconds(3_600))
        await run.finish()
        #expect(run.lastState?.films == 26)
        await run.kill()
    }

    @Test("descriptions of genres and genres without films are known")
    func genres() async throws {
        server.set {
            $0.genres = [
                GenreRecord(id: "genre-1", name: "Drama", description: "Sad ones."),
                GenreRecord(id: "genre-2", name: "Western", description: nil),
            ]
        }
        let run = SnapshotRun(server, directory)
        await run.finish()
        let catalog = try #require(run.built.last).catalog
        #expect(try await catalog.genre(Identifier("genre-1")).description == "Sad ones.")
        let western = try await catalog.search(FilmQuery("western"), count: 5).genres.items
        #expect(western.map(\.id) == [Identifier("genre-2")])
        #expect(western.map(\.films) == [0])
        #expect(try await catalog.genre(Identifier("genre-2")).best.isEmpty)
        await run.kill()
    }

    @Test("a server without films makes an empty catalogue")
    func empty() async throws {
        let run = SnapshotRun(StubServer([]), directory)
        await run.finish()
        let built = try #require(run.built.last)
        #expect(built.facts.isWhole)
        #expect(try await built.catalog.search(FilmQuery("x"), count: 5).films.items.isEmpty)
        await run.kill()
    }

    @Test("lists that tell everything need no further question")
    func whole() async throws {
        let server = StubServer(StubServer.numbered(25), needsDetails: false)
        let run = SnapshotRun(server, directory)
        await run.finish()
        #expect(server.details.isEmpty)
        #expect(run.built.last?.missing.isEmpty == true)
        #expect(run.lastState?.stage == .complete)
        await run.kill()
    }

    @Test("damaged files are read anew")
    func damaged() async throws {
        let first = SnapshotRun(server, directory)
        await first.finish()
        await first.kill()
        try TestFile.write(
            [UInt8](repeating: 7, count: 9_000), directory.file(SnapshotDatabase.fileName))
        try TestFile.write(
            [UInt8](repeating: 7, count: 9_000), directory.file(SnapshotBuild.fileName))
        let run = SnapshotRun(server, directory)
        #expect(await run.store.built()?.facts == nil)
        await run.finish()
        #expect(run.lastState?.stage == .complete)
        #expect(try await run.built.last?.catalog.summary().films == 25)
        await run.kill()
    }

    @Test("files that are removed while they are in use are made anew")
    func removed() async throws {
        let run = SnapshotRun(server, directory)
        await run.finish()
        server.set { $0.details = [] }
        for name in directory.names { #expect(unlink(directory.file(name)) == 0) }
        run.clock.advance(by: .seconds(24 * 3_600 + 1))
        await run.clock.waitForRest()
        #expect(server.details.count == 25)
        #expect(run.lastState?.stage == .complete)
        #expect(SnapshotBuild.facts(directory: directory.path)?.details == 25)
        await run.kill()
    }
}
