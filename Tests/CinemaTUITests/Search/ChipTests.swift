import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct ChipTests {
    @Test func aTermBecomesAChipAtTheSpace() async {
        var player = await Player()
        await player.play("star genre:Crime")
        #expect(player.state.browser.search.chips == [])
        #expect(player.state.browser.results.query.filters == [])
        await player.play(" ")
        #expect(player.state.browser.search.chips == [.filter(Filter(.genre(["Crime"])))])
        #expect(player.state.browser.search.field.text == "star ")
        #expect(player.state.browser.results.query.filters == [Filter(.genre(["Crime"]))])
        #expect(!player.rows(with: "Crime ×").isEmpty)
    }

    @Test func aTermThatIsBeingTypedNeitherFiltersNorErrs() async {
        var player = await Player()
        await player.play("star year:1")
        let before = player.requests.count
        await player.play("9")
        #expect(player.requests.count == before)
        #expect(player.state.browser.results.query.typed == "star")
        #expect(player.rows(with: "write a year").isEmpty)
    }

    @Test func backspaceAtTheStartTakesTheLastChipBack() async {
        var player = await Player(query: "genre:Crime year:1970..1979 god")
        #expect(
            player.state.browser.search.chips.map(\.queryText) == [
                "genre:Crime", "year:1970..1979",
            ])
        #expect(player.state.browser.search.field.text == "god")
        await player.play("<C-a>", "<BS>")
        #expect(player.state.browser.search.field.text == "year:1970..1979 god")
        #expect(player.state.browser.search.field.cursor == "year:1970..1979".count)
        #expect(player.state.browser.search.chips.count == 1)
        // Edited, it goes back at the next space.
        await player.play("<BS>", "8", " ")
        #expect(
            player.state.browser.search.chips.last
                == .filter(Filter(.year(Span(lower: 1970, upper: 1978)))))
    }

    @Test func aTermThatMakesNoSenseIsARedChipWithASentence() async {
        var player = await Player()
        await player.play("god year:old ")
        #expect(player.state.browser.results.query.filters == [])
        #expect(!player.rows(with: "The Godfather").isEmpty)
        #expect(!player.rows(with: "year:old !").isEmpty)
        #expect(!player.rows(with: "year:old: write a year as 1994").isEmpty)
        let style = player.state.theme.problem
        #expect(player.frame.cells.contains { $0.style == style })
        await player.play("<C-a>", "<BS>")
        #expect(player.state.browser.search.field.text == "year:old god ")
        #expect(player.rows(with: "write a year").isEmpty)
    }

    @Test func anOrderIsTakenOutOfTheText() async {
        var player = await Player()
        await player.play("sort:title sort:-year ")
        #expect(player.state.browser.search.field.isEmpty)
        #expect(player.state.browser.search.chips == [])
        #expect(player.state.browser.results.query.sort == FilmSort(.year, descending: true))
        #expect(player.state.browser.results.films[0]?.year == 1996)
    }

    @Test func enterEndsATerm() async {
        var player = await Player()
        await player.play("genre:Crime", "<Enter>")
        #expect(player.state.browser.search.chips == [.filter(Filter(.genre(["Crime"])))])
        #expect(player.state.browser.results.query.filters == [Filter(.genre(["Crime"]))])
        #expect(player.state.browser.focus == .search)
    }

    @Test func theSameTermTwiceIsOneChip() async {
        var player = await Player()
        await player.play("genre:War genre:War genre:Crime ")
        #expect(player.state.browser.search.chips.count == 2)
    }

    @Test func aTermInTheMiddleLeavesTheTextRoundIt() async {
        var player = await Player()
        await player.play("star wars", "<M-b>", "genre:War ")
        #expect(player.state.browser.search.field.text == "star wars")
        #expect(player.state.browser.search.field.cursor == "star ".count)
    }

    @Test func aQueryToOpenWithIsSplitIntoTextAndChips() async {
        let player = await Player(query: "  hamlet rating:>=8 sort:year year:x ")
        #expect(player.state.browser.search.field.text == "hamlet")
        #expect(player.state.browser.search.filters == [Filter(.rating(Span(lower: 80)))])
        #expect(player.state.browser.search.chips.count == 2)
        #expect(player.state.browser.search.sort == FilmSort(.year))
        #expect(!player.rows(with: "1948").isEmpty && player.rows(with: "1996").isEmpty)
    }
}
