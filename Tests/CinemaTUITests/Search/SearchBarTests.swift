import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct SearchBarTests {
    @Test func everyLetterSearches() async {
        var player = await Player()
        await player.play("god")
        let typed = player.requests.compactMap { request -> String? in
            if case .search(let query, _, _, _) = request { query.typed } else { nil }
        }
        #expect(typed == ["", "g", "go", "god"])
        #expect(player.rows(with: "Godfather").count >= 2)
    }

    @Test func movingTheCursorDoesNotSearch() async {
        var player = await Player()
        await player.play("god")
        let before = player.requests.count
        await player.play("<Left>", "<C-b>", "<Home>", "<End>", "<M-b>", "<M-f>", "<C-f>")
        #expect(player.requests.count == before)
    }

    @Test func theSelectionMovesWhileOneTypes() async {
        var player = await Player()
        await player.play("god", "<Down>")
        #expect(player.state.browser.results.place.selected == 1)
        #expect(player.state.browser.focus == .search)
        await player.play("<C-p>")
        #expect(player.state.browser.results.place.selected == 0)
        await player.play("<C-n>", "f")
        #expect(player.state.browser.results.place.selected == 0)
        #expect(player.state.browser.search.field.text == "godf")
    }

    @Test func enterOpensTheSelectedRow() async {
        var player = await Player()
        await player.play("god", "<Down>", "<Enter>")
        #expect(player.state.browser.focus == .detail)
        guard case .film(let film) = player.state.browser.detail.currentContent else {
            Issue.record("no film is shown")
            return
        }
        #expect(film.title == "The Godfather Part II")
    }

    @Test func enterDoesNotOpenRowsOfAnEarlierText() async {
        var player = await Player()
        await player.play("heat")
        player.holdsReplies = true
        await player.play("<C-u>", "god", "<Enter>")
        #expect(player.state.browser.focus == .search)
        await player.answerAll()
        await player.play("<Enter>")
        #expect(player.state.browser.focus == .detail)
        #expect(!player.rows(with: "Francis Ford Coppola").isEmpty)
    }

    @Test func formerRowsStayUntilNewOnesCome() async {
        var player = await Player()
        await player.play("heat")
        player.holdsReplies = true
        await player.play("<C-u>", "god")
        #expect(!player.rows(with: "Heat").isEmpty)
        await player.answerAll()
        #expect(!player.rows(with: "Godfather").isEmpty)
        #expect(player.rows(with: "Heat").isEmpty)
    }

    @Test func aPasteIsTextWhateverIsInIt() async {
        var player = await Player()
        await player.play("<Esc>")
        await player.send(.paste("q\nf\tgod\u{1b}[2J\r\n"))
        #expect(player.state.browser.focus == .search)
        #expect(player.state.browser.search.field.text.hasPrefix("q f god"))
        #expect(player.outcome == nil)
        #expect(player.frame.faults == [])
    }

    @Test func earlierQueriesComeBack() async {
        var player = await Player(queryHistory: ["heat", "genre:Crime god"])
        await player.play("ham", "<M-p>")
        #expect(player.state.browser.search.field.text == "god")
        #expect(player.state.browser.search.filters == [Filter(.genre(["Crime"]))])
        await player.play("<M-p>")
        #expect(player.state.browser.search.field.text == "heat")
        await player.play("<M-p>")
        #expect(player.state.browser.search.field.text == "heat")
        await player.play("<M-n>", "<M-n>")
        #expect(player.state.browser.search.field.text == "ham")
        #expect(player.state.browser.search.chips == [])
    }

    @Test func aQueryIsRememberedWhenSomethingCameOfIt() async {
        var player = await Player()
        await player.play("god")
        #expect(player.state.queryHistory == [])
        await player.play("<Enter>")
        #expect(player.state.queryHistory == ["god"])
        #expect(player.effects.contains(.rememberQuery("god")))
    }

    @Test func aNewSearchReplacesTheTextAndAnEditDoesNot() async {
        var player = await Player()
        await player.play("god", "<Esc>", "/", "h", "e")
        #expect(player.state.browser.search.field.text == "he")
        await player.play("<C-u>", "<C-y>")
        await player.play("<Esc>", "i", "a")
        #expect(player.state.browser.search.field.text == "hea")
        await player.play("<Esc>", "/", "<BS>", "x")
        #expect(player.state.browser.search.field.text == "hex")
        await player.play("<Esc>", ".", "<Down>", "y")
        #expect(player.state.browser.search.field.text == "hexy")
        await player.play("<Esc>", "/")
        await player.send(.paste("heat"))
        #expect(player.state.browser.search.field.text == "heat")
        await player.play("<Esc>", "/", "z", "<C-w>", "<C-y>")
        #expect(player.state.browser.search.field.text == "z")
    }

    @Test func whatWasReplacedCanBePutBack() async {
        var player = await Player()
        await player.play("god", "<Esc>", "/", "h", "<BS>", "<C-y>")
        #expect(player.state.browser.search.field.text == "god")
    }

    @Test func aTextThatIsTooLongScrollsUnderTheCursor() async {
        var player = await Player(columns: 80, rows: 24)
        await player.play(String(repeating: "七x", count: 100))
        #expect(player.frame.faults == [])
        await player.play("<Home>")
        #expect(player.frame.faults == [])
        #expect(player.frame.cursor?.column == 3)
    }
}
