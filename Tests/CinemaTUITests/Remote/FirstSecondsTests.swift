import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Before a source has told anything it has a name, and the reader is told
/// what is waited for.
struct FirstSecondsTests {
    private let server = RemoteStub()
    private let connecting = CatalogStatus(connection: .connecting, isInstant: false)

    @Test func theHeaderNamesTheSourceAtOnce() async {
        let player = await Player(
            catalog: server, columns: 80, rows: 24, holdsReplies: true, status: connecting)
        #expect(player.screen.split(separator: "\n").first?.hasSuffix("films.example") == true)
    }

    @Test func theFirstReportAsksNothingAgain() async {
        var player = await Player(catalog: server, columns: 80, rows: 24, status: connecting)
        server.set { $0.asked = [] }
        var report = CatalogStatus.withSnapshot
        report.revision = 3
        await player.send(.status(report))
        await player.wait(5_000)
        #expect(server.asked("search").isEmpty)
        report.revision = 4
        await player.send(.status(report))
        await player.wait(2_000)
        #expect(server.asked("search").count == 1)
    }

    @Test func withoutNetworkNothingIsSaidTwice() async {
        server.set {
            $0.failure = CatalogError(
                .unavailable, source: "films.example", cause: "nothing was read from it before")
        }
        let off = CatalogStatus(connection: .switchedOff, isInstant: false)
        let player = await Player(catalog: server, columns: 80, rows: 24, status: off)
        #expect(player.rows(with: "nothing was read").count == 1)
        #expect(!player.rows(with: "films.example · offline").isEmpty)
    }

    @Test func enterSearchesForWhatWaitsForAPause() async {
        var player = await Player(catalog: server, status: .atTheServer)
        await player.play("god")
        #expect(player.screen.split(separator: "\n").last?.contains("Enter search") == true)
        await player.wait(200)
        #expect(player.screen.split(separator: "\n").last?.contains("Enter open") == true)
    }
}
