import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Every key searches where that costs nothing; over the network a search
/// waits until the reader pauses.
struct TwoSpeedsTests {
    private let server = RemoteStub()

    private func player(_ status: CatalogStatus = .atTheServer) async -> Player {
        let player = await Player(catalog: server, status: status)
        server.set { $0.asked = [] }
        return player
    }

    private func type(_ keys: String, into player: inout Player) async {
        for key in Key.sequence(keys) ?? [] {
            await player.send(.key(key))
            await player.wait(120)
        }
    }

    @Test func typingOverTheNetworkSearchesOnce() async {
        var player = await player()
        await type("star wars", into: &player)
        await player.wait(1_000)
        #expect(server.asked("search") == ["star wars"])
        #expect(server.asked("statistics") == ["star wars"])
        #expect(!player.rows(with: "Star Wars").isEmpty)
    }

    @Test func theTextIsThereAtOnceAndFormerRowsStay() async {
        var player = await player()
        await player.play("heat<Enter>")
        await player.play("<C-u>", "god")
        #expect(!player.rows(with: "/ god").isEmpty && !player.rows(with: "1995  Heat").isEmpty)
        await player.wait(199)
        #expect(server.asked("search") == ["heat"])
        await player.wait(1)
        #expect(player.rows(with: "Godfather").count >= 2)
    }

    @Test func enterDoesNotWait() async {
        var player = await player()
        await player.play("heat", "<Enter>")
        #expect(server.asked("search") == ["heat"])
        #expect(player.state.browser.focus == .search)
        await player.wait(1_000)
        #expect(server.asked("search") == ["heat"])
        await player.play("<Enter>")
        #expect(player.state.browser.focus == .detail)
    }

    @Test func menusAndDoorsDoNotWait() async {
        var player = await player()
        await player.play("<Esc>", "s", "y")
        #expect(server.asked("search") == ["sort:-year"])
    }

    @Test func totalsAreAskedForOnceTheRowsAreThere() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("heat", "<Enter>")
        #expect(player.held.count == 1)
        await player.answer()
        #expect(
            player.held.contains {
                if case .count = $0 { true } else { false }
            })
    }

    @Test func aKeyEndsTheSearchUnderWay() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("heat", "<Enter>")
        let before = player.effects.filter { $0 == .cancelSearches }.count
        await player.play("x")
        #expect(player.effects.filter { $0 == .cancelSearches }.count == before + 1)
        await player.answerAll()
        #expect(!player.state.browser.results.isCurrent)
    }

    @Test func aSearchIsSaidToBeSlowFromItsStart() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("heat")
        await player.wait(599)
        #expect(player.rows(with: "searching").isEmpty)
        await player.wait(1)
        #expect(!player.rows(with: "searching").isEmpty)
        await player.answerAll()
        #expect(player.rows(with: "searching").isEmpty)
    }

    @Test func withASnapshotEveryKeySearches() async {
        var player = await player(.withSnapshot)
        await type("heat", into: &player)
        #expect(server.asked("search") == ["h", "he", "hea", "heat"])
        #expect(server.asked("confirm") == [])
        await player.wait(80)
        #expect(server.asked("confirm") == ["heat"])
        await player.wait(5_000)
        #expect(server.asked("confirm") == ["heat"])
    }

    @Test func russianKeysAreTextAndCommandsAsEver() async {
        var player = await player()
        await player.play("hea", "<C-к>")
        #expect(server.asked("search") == ["hea"])
        await player.play("<Esc>", "ы", "н")
        #expect(server.asked("search").last == "hea sort:-year")
        await player.play("к")
        #expect(server.asked("search").count == 3)
    }
}
