import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct FilterMenuTests {
    /// Walks down to the choice of a name and chooses it.
    private func choose(_ label: String, in player: inout Player) async {
        await player.play("gg")
        for _ in 0..<60 {
            guard case .filters(let menu) = player.state.overlay else { break }
            let choices = player.state.filterEntries(menu).filter(\.isSelectable)
            if case .choice(label, _, _, _) = choices[menu.selected] {
                await player.play("<Space>")
                return
            }
            await player.play("j")
        }
        Issue.record("there is no choice \(label)")
    }

    @Test func choicesShowHowManyFilmsTheyLeave() async {
        var player = await Player()
        await player.play("<Esc>", "f")
        #expect(player.state.mode == .menu)
        #expect(player.rows(with: "[ ] Crime").contains { $0.contains("4") })
        #expect(player.rows(with: "[ ] 1990s").contains { $0.contains("3") })
        #expect(!player.rows(with: "[ ] ★ 8 and better").isEmpty)
    }

    @Test func genresAddUpAndAreTakenOff() async {
        var player = await Player()
        await player.play("<Esc>", "f")
        await choose("Crime", in: &player)
        await choose("Action", in: &player)
        #expect(
            player.state.browser.search.filters == [
                Filter(.genre(["Crime"])), Filter(.genre(["Action"])),
            ])
        #expect(player.state.browser.results.films.count == 1)
        #expect(!player.rows(with: "[x] Crime").isEmpty)
        await choose("Crime", in: &player)
        #expect(player.state.browser.results.films.count == 2)
        await player.play("<Esc>")
        #expect(player.state.mode == .list)
        #expect(!player.rows(with: "Action ×").isEmpty)
    }

    @Test func aDecadeTakesThePlaceOfAnother() async {
        var player = await Player()
        await player.play("<Esc>", "f")
        await choose("1970s", in: &player)
        await choose("1990s", in: &player)
        #expect(
            player.state.browser.search.filters == [Filter(.year(Span(lower: 1990, upper: 1999)))])
        await choose("★ 8 and better", in: &player)
        await choose("★ 9 and better", in: &player)
        #expect(player.state.browser.search.filters.count == 2)
    }

    @Test func theMenuStaysInPlaceWhileItsCountsChange() async {
        var player = await Player()
        await player.play("<Esc>", "f")
        guard case .filters(let before) = player.state.overlay else { return }
        await choose("Sci-Fi", in: &player)
        guard case .filters(let after) = player.state.overlay else {
            Issue.record("the menu is closed")
            return
        }
        #expect(before.genres == after.genres && before.decades == after.decades)
        #expect(player.rows(with: "[ ] Drama").contains { $0.contains("0") })
    }

    @Test func filtersAreClearedAtOnce() async {
        var player = await Player(query: "god genre:Crime year:old ")
        await player.play("<Esc>", "f", "c")
        #expect(player.state.browser.search.chips == [])
        await player.play("<Esc>")
        #expect(player.state.browser.results.query.filters == [])
        #expect(player.state.browser.search.field.text == "god")
    }

    @Test func countsMayComeAfterTheMenu() async {
        var player = await Player()
        player.holdsReplies = true
        await player.play("god")
        while let index = player.held.firstIndex(where: {
            if case .count = $0 { false } else { true }
        }) {
            await player.answer(index)
        }
        await player.play("<Esc>", "f")
        #expect(player.rows(with: "[ ] Crime").isEmpty)
        await player.answerAll()
        #expect(!player.rows(with: "[ ] Crime").isEmpty)
        #expect(!player.rows(with: "[ ] 1970s").isEmpty)
    }

    @Test func theMenuScrollsInASmallWindow() async {
        var player = await Player(columns: 60, rows: 16)
        await player.play("<Esc>", "f", "G")
        #expect(!player.rows(with: "▸").filter { $0.contains("1940s") }.isEmpty)
        await player.play("gg", "<PgDn>", "<PgUp>", "<C-n>", "k")
        #expect(player.frame.faults == [])
    }
}
