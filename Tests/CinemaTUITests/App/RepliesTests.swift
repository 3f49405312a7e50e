import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct RepliesTests {
    private let outOfReach = CatalogError(.unavailable, source: "stub", cause: "it is out of reach")

    private func index(_ player: Player, _ typed: String, counts: Bool = false) -> Int? {
        player.held.firstIndex { effect in
            switch effect {
            case .search(let query, _, _, _): !counts && query.typed == typed
            case .count(let query, _): counts && query.typed == typed
            default: false
            }
        }
    }

    @Test func lateRepliesOfFormerQueriesAreDropped() async throws {
        var player = await Player()
        player.holdsReplies = true
        await player.play("god", "<C-u>", "heat")
        await player.answer(try #require(index(player, "heat")))
        let screen = player.screen
        await player.answer(try #require(index(player, "god")))
        await player.answer(try #require(index(player, "god", counts: true)))
        await player.answer(try #require(index(player, "he")), failing: outOfReach)
        #expect(player.screen == screen)
        #expect(player.state.browser.results.films[0]?.title == "Heat")
        #expect(player.state.browser.results.facets == nil)
    }

    @Test func everyQueryCancelsTheOneBefore() async {
        var player = await Player()
        await player.play("ab")
        #expect(player.effects.filter { $0 == .cancelSearches }.count == 3)
    }

    @Test func aFailureIsSaidAndFormerRowsStay() async throws {
        var player = await Player()
        await player.play("heat")
        player.holdsReplies = true
        await player.play("<C-u>", "god")
        await player.answer(try #require(index(player, "god")), failing: outOfReach)
        #expect(!player.rows(with: "stub: it is out of reach").isEmpty)
        #expect(!player.rows(with: "Heat").isEmpty)
        player.holdsReplies = false
        await player.play("f")
        #expect(player.rows(with: "out of reach").isEmpty)
    }

    @Test(arguments: ["<Enter>", "<Esc><Enter>"])
    func enterTriesAgainWhatFailed(_ keys: String) async throws {
        var player = await Player(holdsReplies: true)
        while !player.held.isEmpty { await player.answer(failing: outOfReach) }
        #expect(!player.rows(with: "stub: it is out of reach").isEmpty)
        player.holdsReplies = false
        await player.play(keys)
        #expect(player.rows(with: "out of reach").isEmpty)
        #expect(!player.rows(with: "The Godfather").isEmpty)
        #expect(player.state.browser.focus != .detail)
    }

    @Test func aCancelledRequestIsNoFailure() async throws {
        var player = await Player()
        player.holdsReplies = true
        await player.play("god")
        await player.answer(try #require(index(player, "god")), failing: .cancelled(source: "stub"))
        #expect(player.state.browser.results.failure == nil)
    }

    @Test func aSlowSearchIsSaidOnceAndEndsWithTheAnswer() async {
        var player = await Player()
        player.holdsReplies = true
        await player.play("god")
        #expect(player.rows(with: "searching").isEmpty)
        await player.send(.stalled(generation: player.state.generation - 1))
        #expect(player.rows(with: "searching").isEmpty)
        await player.send(.stalled(generation: player.state.generation))
        #expect(!player.rows(with: "searching").isEmpty)
        await player.answerAll()
        #expect(player.rows(with: "searching").isEmpty)
    }

    @Test func thePaneDoesNotShowOneRecordUnderTheNameOfAnother() async {
        var player = await Player()
        await player.play("<Esc>", "j")
        player.holdsReplies = true
        await player.play("j")
        #expect(player.state.browser.detail.currentContent == nil)
        #expect(player.state.document == nil)
    }

    @Test func aSurpriseIsAPlaceOfItsOwn() async {
        var player = await Player()
        player.seed = 2
        await player.play("god", "<Esc>", "z")
        #expect(player.state.browser.focus == .detail)
        #expect(player.state.past.count == 1)
        await player.play("H")
        #expect(player.state.browser.focus == .list)
        await player.play("/", "qqq", "<Esc>", "z")
        #expect(!player.rows(with: "No film is left").isEmpty)
    }
}
