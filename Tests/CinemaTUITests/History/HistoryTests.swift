import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct HistoryTests {
    @Test func goingBackRestoresRowsAndPlace() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000))
        await player.play("film", "<Esc>")
        for _ in 0..<150 { await player.play("j") }
        await player.play("<Enter>", "h")
        let before = player.frame
        await player.play("/", "<C-u>", "other3", "<Esc>")
        #expect(player.state.browser.results.films.count == 3)
        await player.play("H")
        #expect(player.frame.text == before.text)
        #expect(player.state.browser.results.place.selected == 150)
        await player.play("L")
        #expect(player.state.browser.search.field.text == "other3")
    }

    @Test func typingAloneLeavesNoPlaceBehind() async {
        var player = await Player()
        await player.play("god", "<C-u>", "heat", "<Esc>", "H")
        #expect(!player.rows(with: "nothing to go back to").isEmpty)
        #expect(player.state.browser.search.field.text == "heat")
        await player.play("L")
        #expect(!player.rows(with: "nothing to go forward to").isEmpty)
    }

    @Test func aNewWayForgetsTheWayForward() async {
        var player = await Player()
        await player.play("heat", "<Enter>", "<Enter>", "H")
        #expect(player.state.future.count == 1)
        await player.play("<Tab>", "<Enter>")
        #expect(player.state.future.isEmpty)
    }

    @Test func historyIsBounded() async {
        var player = await Player()
        await player.play("<Esc>")
        for _ in 0..<250 { await player.play("z") }
        #expect(player.state.past.count == AppState.historyLimit)
        for _ in 0..<250 { await player.play("H") }
        #expect(player.state.past.isEmpty)
        #expect(player.state.future.count == AppState.historyLimit)
    }

    @Test func aPlaceThatWasLeftBeforeItsAnswerIsAskedForAgain() async {
        var player = await Player()
        await player.play("heat", "<Enter>", "h", "/")
        player.holdsReplies = true
        await player.play("<C-u>", "god", "<Enter>", "<M-Left>")
        #expect(player.state.browser.search.field.text == "heat")
        #expect(!player.rows(with: "Heat").isEmpty)
        player.holdsReplies = false
        await player.play("<M-Right>")
        #expect(player.state.browser.search.field.text == "god")
        #expect(player.rows(with: "Godfather").count >= 2)
        // The first answers come at last, and change nothing.
        let screen = player.screen
        await player.answerAll()
        #expect(player.screen == screen)
    }

    @Test func countsThatNeverCameAreAskedForOnTheWayBack() async {
        var player = await Player()
        player.holdsReplies = true
        await player.play("heat")
        while let index = player.held.firstIndex(where: {
            if case .count = $0 { false } else { true }
        }) {
            await player.answer(index)
        }
        player.holdsReplies = false
        await player.play("<Enter>", "h", "/", "<C-u>", "god", "<M-Left>", "<Esc>", "f")
        #expect(player.state.browser.results.facets != nil)
        #expect(!player.rows(with: "[ ] Crime").isEmpty)
    }

    @Test func waitingEndsWithThePlaceThatWaited() async {
        var player = await Player()
        await player.play("heat", "<Enter>", "h", "/")
        player.holdsReplies = true
        await player.play("<C-u>", "god")
        await player.send(.stalled(generation: player.state.generation))
        #expect(!player.rows(with: "searching").isEmpty)
        await player.play("<M-Left>")
        #expect(player.rows(with: "searching").isEmpty)
    }

    @Test func aChangedOrderIsAPlaceOfItsOwn() async {
        var player = await Player()
        await player.play("god", "<Enter>", "h", "s", "y")
        #expect(player.rows(with: "▸").contains { $0.contains("1974") })
        await player.play("H")
        #expect(player.state.browser.search.sort == .relevance)
        #expect(player.rows(with: "▸").contains { $0.contains("1972") })
    }
}
