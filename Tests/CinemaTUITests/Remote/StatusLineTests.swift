import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// The right end of the last line: where the data come from, how old they
/// are, where the time went.
struct StatusLineTests {
    private let server = RemoteStub()

    private func end(_ status: CatalogStatus, columns: Int = 80) async -> String {
        let player = await Player(catalog: server, columns: columns, rows: 24, status: status)
        #expect(player.frame.faults == [])
        return String(player.screen.split(separator: "\n").last ?? "")
    }

    private func snapshot(
        _ stage: CatalogStatus.SnapshotProgress.Stage, _ read: Int, _ total: Count
    ) -> CatalogStatus {
        var status = CatalogStatus.withSnapshot
        status.snapshot = .init(stage: stage, read: read, total: total)
        return status
    }

    @Test func itSaysWhereTheTimeWent() async {
        #expect(await end(.atTheServer).hasSuffix("server · 182 ms"))
        #expect(await end(.withSnapshot).hasSuffix("snapshot · 14:02"))
        var slow = CatalogStatus.withSnapshot
        slow.lastAnswer?.milliseconds = 20
        #expect(await end(slow).hasSuffix("snapshot · 14:02 · 20 ms"))
    }

    @Test func itSaysHowOldTheDataAre() async {
        #expect(await end(.withSnapshot.offline()).hasSuffix("offline, data from 14:02"))
        var old = CatalogStatus.withSnapshot
        old.readAt = LocalTime(year: 2026, month: 3, day: 9, hour: 7, minute: 5, isToday: false)
        old.isStale = true
        #expect(await end(old).hasSuffix("snapshot · 2026-03-09, old"))
        old.connection = .switchedOff
        #expect(await end(old).hasSuffix("network off, data from 2026-03-09"))
    }

    @Test func itSaysWhatTheServerWants() async {
        let busy = CatalogError(.busy, source: "films.example", cause: "it asks to wait")
        #expect(
            await end(.atTheServer.offline(busy, retryAfterSeconds: 12))
                .hasSuffix("busy, waits 12 s"))
        let token = CatalogError(.unauthorized, source: "films.example", cause: "a token")
        #expect(await end(.atTheServer.offline(token)).hasSuffix("not authorized"))
    }

    @Test func progressChangesOnceASecond() async {
        var player = await Player(catalog: server, status: snapshot(.lists, 0, .atLeast(0)))
        await player.send(.status(snapshot(.lists, 10, .atLeast(10))))
        #expect(!player.rows(with: "reading lists 10").isEmpty)
        for read in 11...30 { await player.send(.status(snapshot(.lists, read, .atLeast(read)))) }
        #expect(!player.rows(with: "reading lists 10").isEmpty)
        await player.wait(1_000)
        #expect(!player.rows(with: "reading lists 30").isEmpty)
        await player.wait(1_000)
        await player.send(.status(snapshot(.lists, 900, .exact(999))))
        #expect(!player.rows(with: "reading lists 900 of 999").isEmpty)
        await player.send(.status(snapshot(.building, 999, .exact(999))))
        #expect(!player.rows(with: "building the copy").isEmpty)
        await player.send(.status(snapshot(.details, 0, .exact(999))))
        #expect(!player.rows(with: "reading 0 of 999").isEmpty)
        await player.send(.status(.withSnapshot))
        #expect(player.rows(with: "reading").isEmpty)
        await player.wait(10_000)
        #expect(!player.waking.contains(.progress))
    }

    @Test(arguments: [60, 80, 100])
    func theWayToTheKeysAndTheWayOutStay(columns: Int) async {
        var states = [
            CatalogStatus.withSnapshot, .atTheServer, .withSnapshot.offline(),
            snapshot(.details, 412, .exact(9_999)),
        ]
        states[0].readAt?.isToday = false
        states[2].readAt?.isToday = false
        for status in states {
            for query in ["god", "god<Esc>"] {
                var player = await Player(
                    catalog: server, columns: columns, rows: 24, status: status)
                await player.play(query, "<C-l>")
                let line = player.screen.split(separator: "\n").last ?? ""
                #expect(line.contains("keys") && line.contains("quit"), "\(line)")
                #expect(player.frame.faults == [])
            }
        }
    }

    @Test func aLocalCatalogueHasNothingToSay() async {
        let player = await Player(columns: 80, rows: 24)
        #expect(player.screen.split(separator: "\n").last?.hasSuffix("quit") == true)
    }
}
