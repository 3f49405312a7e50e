import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct TabTests {
    @Test func oneBoxFindsFilmsPeopleAndGenres() async {
        var player = await Player()
        await player.play("cr")
        #expect(player.state.browser.results.total(.people) == .exact(0))
        #expect(!player.rows(with: "People 0").isEmpty && !player.rows(with: "Genres 1").isEmpty)
        await player.play("<Tab>", "<Tab>")
        #expect(!player.rows(with: "▸").filter { $0.contains("Crime") }.isEmpty)
        #expect(player.state.browser.search.field.text == "cr")
    }

    @Test func tabAndShiftTabGoRoundInBarAndList() async {
        var player = await Player()
        for focus in ["", "<Esc>"] {
            await player.play(focus, "<Tab>")
            #expect(player.state.browser.results.tab == .people)
            await player.play("<Tab>", "<Tab>")
            #expect(player.state.browser.results.tab == .films)
            await player.play("<S-Tab>")
            #expect(player.state.browser.results.tab == .genres)
            await player.play("<Tab>")
        }
    }

    @Test func everyTabKeepsItsPlace() async {
        var player = await Player()
        await player.play("<Esc>", "jj", "<Tab>", "jjj", "<S-Tab>")
        #expect(player.state.browser.results.place.selected == 2)
        await player.play("<Tab>")
        #expect(player.state.browser.results.place.selected == 3)
    }

    @Test func thePaneShowsWhatIsSelectedInEveryTab() async {
        var player = await Player()
        await player.play("<Esc>", "<Tab>", "<Tab>")
        #expect(
            player.state.browser.detail.currentContent?.target == .genre(Identifier("genre-Crime")))
        await player.play("<S-Tab>")
        guard case .person(let person) = player.state.browser.detail.currentContent else {
            Issue.record("no person is shown")
            return
        }
        #expect(person.name == "Francis Ford Coppola")
    }

    @Test func titlesThatAreTheSameAreToldApart() async {
        var player = await Player()
        await player.play("hamlet")
        #expect(
            player.rows(with: "Hamlet").contains {
                $0.contains("1948") && $0.contains("Laurence Olivier")
            })
        #expect(
            player.rows(with: "Hamlet").contains {
                $0.contains("1996") && $0.contains("Kenneth Branagh")
            })
    }

    @Test func whatIsFoundElsewhereIsSaid() async {
        var player = await Player()
        await player.play("adven")
        #expect(!player.rows(with: "Nothing found for “adven”").isEmpty)
        #expect(!player.rows(with: "Genres: 1").isEmpty)
    }
}
