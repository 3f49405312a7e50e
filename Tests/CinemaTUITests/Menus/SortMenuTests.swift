import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct SortMenuTests {
    @Test(arguments: [
        ("d", FilmSort(.relevance, descending: true)), ("r", FilmSort(.rating, descending: true)),
        ("y", FilmSort(.year, descending: true)), ("t", FilmSort(.title)),
        ("v", FilmSort(.reviews, descending: true)), ("m", FilmSort(.runtime, descending: true)),
    ])
    func aLetterChoosesTheOrder(_ letter: String, _ sort: FilmSort) async {
        var player = await Player()
        await player.play("god", "<Esc>", "s", letter)
        #expect(player.state.mode == .list)
        #expect(player.state.browser.results.query.sort == sort)
    }

    @Test func theSameOrderAgainIsTurnedRound() async {
        var player = await Player()
        await player.play("god", "<Esc>", "s", "y")
        #expect(player.rows(with: "▸").contains { $0.contains("1974") })
        await player.play("s", "y")
        #expect(player.rows(with: "▸").contains { $0.contains("1972") })
        #expect(player.state.browser.search.sort == FilmSort(.year))
        await player.play("S")
        #expect(player.state.browser.search.sort == FilmSort(.year, descending: true))
    }

    @Test func theChosenOrderIsMarked() async {
        var player = await Player()
        await player.play("<Esc>", "s", "t", "s")
        guard case .sort(let menu) = player.state.overlay else {
            Issue.record("no menu")
            return
        }
        #expect(FilmSort.Field.allCases[menu.selected] == .title)
        #expect(player.rows(with: "▸").contains { $0.contains("title") && $0.contains("▲") })
        await player.play("gg", "j", "<Enter>")
        #expect(player.state.browser.search.sort == FilmSort(.rating, descending: true))
    }

    @Test(arguments: ["<Esc>", "q", "h", "<Left>", "<BS>", "<C-g>"])
    func aMenuIsLeftWithoutChoosing(_ key: String) async {
        var player = await Player()
        await player.play("<Esc>", "s", "j", key)
        #expect(player.state.overlay == nil)
        #expect(player.state.browser.search.sort == .relevance)
        #expect(player.outcome == nil)
    }
}
