import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct RussianLayoutTests {
    @Test func aWholeWalkIsTheSameUnderEitherLayout() async {
        var latin = await Player()
        var russian = await Player()
        // Into the list, down, last, first, open, section, back, sort, close, help.
        for (left, right) in [
            ("<Esc>", "<Esc>"), ("j", "о"), ("G", "П"), ("gg", "пп"), ("j", "о"), ("l", "д"),
            ("j", "о"), ("k", "л"), ("h", "р"), ("s", "ы"), ("q", "й"), ("f", "а"), ("j", "о"),
            ("h", "р"), ("S", "Ы"), ("p", "з"), ("c", "с"), ("z", "я"), ("H", "Р"), ("L", "Д"),
            ("?", ","),
        ] {
            await latin.play(left)
            await russian.play(right)
            #expect(latin.state == russian.state, "\(left) and \(right)")
        }
    }

    @Test func dotAndCommaAreTheKeysOfSlashAndQuestionMark() async {
        var player = await Player()
        await player.play("<Esc>", ".")
        #expect(player.state.browser.focus == .search)
        await player.play("<Esc>", ",")
        #expect(player.state.mode == .help)
    }

    @Test func inTheSearchBarLettersAreLetters() async {
        var player = await Player()
        await player.play("йцукен.,ЙЁ")
        #expect(player.state.browser.search.field.text == "йцукен.,ЙЁ")
        #expect(player.state.browser.focus == .search)
        #expect(player.outcome == nil)
    }

    @Test func controlWorksInTheSearchBarToo() async {
        var player = await Player()
        await player.play("star wars", "<C-ц>")
        #expect(player.state.browser.search.field.text == "star ")
        // C-o has no command: it is no text either.
        await player.play("<C-щ>")
        #expect(player.state.browser.search.field.text == "star ")
        await player.play("<C-с>")
        #expect(player.outcome == .interrupted)
    }

    @Test func theSortMenuTakesRussianLetters() async {
        var player = await Player()
        await player.play("<Esc>", "ы", "к")
        #expect(player.state.browser.search.sort.field == .rating)
    }

    @Test func quittingWorksUnderTheRussianLayout() async {
        var player = await Player()
        await player.play("<Esc>", "й")
        #expect(player.outcome == .quit)
    }
}
