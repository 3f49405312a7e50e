import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Whole screens of a remote source, as pictures in `Frames`; beside each what
/// has to be readable on it, however the picture is recorded anew.
struct RemoteScreenTests {
    private let server = RemoteStub()

    private func player(
        _ status: CatalogStatus, columns: Int, rows: Int = 16, query: String = ""
    ) async -> Player {
        await Player(
            catalog: server, columns: columns, rows: rows, query: query, status: status)
    }

    @Test(arguments: [60, 80])
    func deadAtTheStart(columns: Int) async {
        server.set { $0.failure = .away }
        let player = await player(.atTheServer.offline(), columns: columns)
        #expect(!player.rows(with: "films.example · offline").isEmpty)
        #expect(player.screen.contains("the connection was refused"))
        #expect(player.screen.contains("It is tried again by itself."))
        expectFrame(player.frame, named: "remote-dead-at-start-\(columns)")
    }

    @Test(arguments: [60, 80])
    func diedWhileSearching(columns: Int) async {
        var player = await player(.atTheServer, columns: columns, query: "god")
        server.set { $0.failure = .away }
        await player.send(.status(.atTheServer.offline()))
        await player.play("f", "<Enter>", "<Esc>")
        #expect(!player.rows(with: "9.3").isEmpty, "the earlier rows stay")
        #expect(player.screen.contains("films.example: the connection was refused"))
        expectFrame(player.frame, named: "remote-died-\(columns)")
    }

    @Test func peopleFailed() async {
        server.set {
            $0.peopleFailure = CatalogError(
                .unavailable, source: "films.example",
                cause: "the server answered 500 to /api/v1/persons/search")
        }
        var player = await player(.atTheServer, columns: 80, query: "god")
        await player.play("<Esc>", "<Tab>")
        #expect(!player.rows(with: "[People !]").isEmpty)
        #expect(!player.rows(with: "Films 2").isEmpty, "films are found all the same")
        #expect(player.screen.contains("the server answered 500 to /api/v1/persons/search"))
        expectFrame(player.frame, named: "remote-people-failed")
    }

    @Test func tokenMissing() async {
        let refusal = CatalogError(
            .unauthorized, source: "films.example",
            cause: "it wants a token; put one into CINEMA_TOKEN or a file that "
                + "config.toml names")
        server.set { $0.failure = refusal }
        let player = await player(.atTheServer.offline(refusal), columns: 80)
        #expect(player.screen.contains("it wants a token; put one into CINEMA_TOKEN"))
        expectFrame(player.frame, named: "remote-token-missing")
    }

    @Test func rowsOfTheServer() async {
        server.set {
            $0.confirmation = SearchResults(
                films: Page(
                    items: [
                        FilmSummary(
                            id: Identifier("new"), title: "Godzilla", rating: Rating(7.1))
                    ], total: .exact(1)))
        }
        var player = await player(.withSnapshot, columns: 120, rows: 20)
        await player.play("god")
        await player.wait(200)
        let rows = player.screen.split(separator: "\n").map(String.init)
        let heading = rows.firstIndex { $0.contains("Only at the server") }
        let added = rows.firstIndex { $0.contains("Godzilla") }
        let local = rows.firstIndex { $0.contains("The Godfather Part II") }
        #expect(local != nil && heading != nil && added != nil)
        if let local, let heading, let added { #expect(local < heading && heading < added) }
        expectFrame(player.frame, named: "remote-server-rows")
    }

    @Test(arguments: [60, 80, 120])
    func readingTheCatalogue(columns: Int) async {
        var status = CatalogStatus.withSnapshot
        status.snapshot = .init(stage: .details, read: 412, total: .exact(999))
        server.set {
            $0.origin = ResultOrigin(
                place: .snapshot, coverage: .init(read: 412, total: .exact(999)))
        }
        var player = await player(status, columns: columns, query: "rating:>=7")
        await player.play("<Esc>", "j")
        #expect(!player.rows(with: "412 of 999").isEmpty)
        #expect(!player.rows(with: "? keys").isEmpty && !player.rows(with: "q quit").isEmpty)
        expectFrame(player.frame, named: "remote-reading-\(columns)")
    }

    @Test func filteredHere() async {
        server.set {
            $0.origin = ResultOrigin(
                place: .loadedPages, coverage: .init(read: 500, total: .atLeast(500)),
                unreadableRows: 2, ignored: ["country"])
        }
        let player = await player(.atTheServer, columns: 120, query: "year:1990.. country:japan")
        #expect(player.screen.contains("filtered here, out of 500 rows read"))
        #expect(player.screen.contains("2 rows unreadable at the server"))
        expectFrame(player.frame, named: "remote-filtered-here")
    }

    @Test func offlineWithData() async {
        var player = await player(.withSnapshot.offline(), columns: 80)
        await player.play("heat")
        #expect(!player.rows(with: "Heat").isEmpty)
        #expect(!player.rows(with: "offline, data from").isEmpty)
        expectFrame(player.frame, named: "remote-offline")
    }
}
