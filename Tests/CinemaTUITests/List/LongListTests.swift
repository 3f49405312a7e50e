import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// A list of a million rows, whose rows come late.
struct LongListTests {
    private func player(countsLate: Bool = false) async -> Player {
        var player = await Player(
            catalog: NumberedCatalog(films: 1_000_000, people: 500_000, countsLate: countsLate),
            rows: 40)
        await player.play("film", "<Esc>")
        return player
    }

    /// Rows that are on their way, as the screen shows them.
    private func gaps(_ player: Player) -> Int {
        player.screen.split(separator: "\n").count { $0.hasPrefix("  ·") }
    }

    private func title(_ player: Player) -> String? {
        guard case .film(let film)? = player.state.browser.results.selectedItem else { return nil }
        return film.title
    }

    /// The list without what stands beside it.
    private func list(_ player: Player) -> [String] {
        player.screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4)
            .dropLast().map { String($0.prefix(60)) }
    }

    @Test(arguments: [
        "j", "<C-d>", "<PgDn>", "k", "<C-u>", "<PgUp>",
    ])
    func aHeldKeyFindsItsRowsThere(key: String) async {
        var player = await player()
        let isUpwards = ["k", "<C-u>", "<PgUp>"].contains(key)
        if isUpwards { await player.play("G") }
        // Two strokes tell where the reader goes; then every answer may come
        // as late as the key after.
        await player.play(key, key)
        player.holdsReplies = true
        for _ in 0..<80 {
            await player.play(key)
            #expect(gaps(player) == 0)
            await player.answerAll()
        }
    }

    @Test func afterAJumpTheRowsOnTheScreenComeFirstAndAlone() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("G")
        #expect(player.state.browser.results.place.selected == 999_999)
        #expect(player.awaitedPages == [999_936])
        await player.answer()
        #expect(gaps(player) == 0 && title(player) == "Film 999999")
        await player.play("<PgUp>")
        #expect(player.awaitedPages == [999_872])
    }

    @Test func placesThatWereLeftAreNotWaitedFor() async {
        var player = await player()
        player.holdsReplies = true
        for key in ["<PgDn>", "<C-d>", "G", "<PgUp>", "gg", "G", "<C-u>"] {
            for _ in 0..<12 {
                await player.play(key)
                #expect(player.awaitedPages.count <= 2)
                #expect(player.state.browser.results.films.pagesOnTheirWay <= 2)
            }
        }
        await player.answerAll()
        #expect(gaps(player) == 0)
        #expect(player.state.browser.results.films.pagesAtHand <= ListWindow<Int>.capacity)
    }

    @Test func homeRightAfterEndIsHome() async {
        var player = await player()
        let home = player.screen
        let rows = list(player)
        player.holdsReplies = true
        await player.play("G", "gg")
        #expect(list(player) == rows && player.awaitedPages == [])
        await player.answerAll()
        #expect(player.screen == home)
    }

    @Test func typingAfterEndShowsNoRowsOfTheFormerQuery() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("G", "/", "film 3")
        await player.answer(player.held.count - 2)
        #expect(player.state.browser.results.films.count == 3)
        let screen = player.screen
        #expect(!screen.contains("9999"))
        while let late = player.held.indices.last(where: { player.held[$0].page != nil }) {
            await player.answer(late)
        }
        #expect(player.screen == screen)
    }

    @Test func theSameQueryTypedAgainTakesNoAnswersOfTheFirst() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("G", "/", "x9")
        let first = player.held.firstIndex { $0.page != nil } ?? 0
        await player.play("<BS>", "<C-u>", "film")
        await player.answer(first)
        #expect(!player.screen.contains("Film 999"))
        await player.answerAll()
        #expect(title(player) == "Film 0")
        #expect(player.state.browser.results.films[999_999] == nil)
    }

    @Test func theEndIsForgottenWithTheNextKey() async {
        for key in ["gg", "k", "<Tab>", "<Enter>", "/"] {
            var player = await Player(
                catalog: NumberedCatalog(films: 1_000_000, countsLate: true), rows: 40)
            player.holdsReplies = true
            await player.play("film", "<Esc>")
            while let row = player.held.firstIndex(where: {
                if case .count = $0 { false } else { true }
            }) {
                await player.answer(row)
            }
            await player.play("G", key)
            let selected = player.state.browser.results.filmsPlace.selected
            await player.answerAll()
            #expect(player.state.browser.results.filmsPlace.selected == selected)
            #expect(player.state.browser.results.total(.films) == .exact(1_000_000))
        }
    }

    @Test func anotherOrderLeavesTheRowsInPlaceUntilItIsThere() async {
        var player = await player()
        await player.play("G", "<PgUp>", "<PgUp>")
        let rows = list(player)
        player.holdsReplies = true
        await player.play("s", "y")
        #expect(list(player) == rows)
        await player.answerAll()
        #expect(title(player) == "Film 0" && gaps(player) == 0)
        #expect(player.state.browser.results.place == ListPlace())
    }

    @Test func endBeforeTheRowsAreThereIsTheirEnd() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("s", "y", "G")
        await player.answerAll()
        #expect(player.state.browser.results.place.selected == 999_999)
        #expect(gaps(player) == 0)
    }

    @Test func aPlaceAboveTheFirstRowNeedsNone() {
        #expect(ListMotion().around(-4..<(-3)).isEmpty)
    }

    @Test func aSlowSourceIsAskedForLittleAhead() async {
        var motion = ListMotion()
        for _ in 0..<3 { motion.move(by: 30) }
        #expect(motion.around(500..<530, limit: 256) == 485..<770)
        #expect(motion.around(500..<530, limit: 64) == 485..<594)
        motion.move(by: -30)
        #expect(motion.around(500..<530, limit: 256) == 470..<545)
        motion.move(by: 1_000)
        #expect(motion.around(500..<530, limit: 256) == 485..<545)
    }

    @Test func listsThatAreLeftByTabAskForNothing() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("G", "<Tab>", "G")
        #expect(player.awaitedPages == [499_904, 499_968])
        await player.play("<S-Tab>")
        #expect(player.awaitedPages == [999_936])
        await player.answerAll()
        #expect(title(player) == "Film 999999" && gaps(player) == 0)
    }

    @Test func numbersMoveNoRow() async {
        var player = await Player(
            catalog: NumberedCatalog(films: 1_000_000, countsLate: true), rows: 40)
        player.holdsReplies = true
        await player.play("film")
        while let row = player.held.firstIndex(where: {
            if case .count = $0 { false } else { true }
        }) {
            await player.answer(row)
        }
        await player.play("<Esc>", "jjjj")
        while let row = player.held.firstIndex(where: {
            if case .count = $0 { false } else { true }
        }) {
            await player.answer(row)
        }
        let rows = list(player)
        #expect(!player.rows(with: "[Films 65+]").isEmpty)
        await player.answerAll()
        #expect(list(player) == rows)
        #expect(!player.rows(with: "[Films 1,000,000]").isEmpty)
    }
}
