import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// However long somebody browses, what is kept does not grow.
struct BoundedMemoryTests {
    private func pages(_ browser: Browser) -> Int {
        let results = browser.results
        return results.films.pagesAtHand + results.people.pagesAtHand + results.genres.pagesAtHand
    }

    @Test func theHistoryKeepsTheRowsThatWereShown() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000_000), rows: 40)
        for number in 0..<105 {
            await player.play("/", "x\(number) x", "<Esc>", "<PgDn>", "<PgDn>", "<PgDn>", "<Enter>")
        }
        let state = player.state
        #expect(state.past.count == AppState.historyLimit)
        #expect(state.past.allSatisfy { pages($0) <= 6 })
        #expect(state.past.dropLast(AppState.wholePlaces).allSatisfy { pages($0) == 0 })
        #expect(state.past.suffix(AppState.wholePlaces).allSatisfy { pages($0) > 0 })
    }

    @Test func theWayBackShowsTheSameRowsHoweverLongItIs() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000_000), rows: 40)
        var screens: [String] = []
        for number in 0..<35 {
            await player.play("/", "x\(number) x", "<Esc>", "G", "<PgUp>", "<Enter>", "<Esc>")
            screens.append(player.screen)
        }
        for screen in screens.dropLast().reversed() {
            await player.play("H")
            let text = screen.split(separator: "\n").dropLast()
            #expect(player.screen.split(separator: "\n").dropLast() == text)
        }
    }

    @Test func aNearPlaceOfTheHistoryIsShownWithoutAsking() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000_000), rows: 40)
        await player.play(
            "film", "<Esc>", "G", "<PgUp>", "<PgUp>", "<Enter>", "<Esc>", "/", "x", "<Esc>")
        let asked = player.requests.count { $0.page != nil }
        await player.play("H")
        #expect(player.state.browser.results.place.selected > 999_000)
        #expect(player.requests.count { $0.page != nil } == asked)
    }

    @Test func aLongRecordIsKeptByThePaneAlone() async {
        var player = await Player(
            catalog: NumberedCatalog(films: 1_000_000, people: 10, filmography: 5_000), rows: 40)
        await player.play("film", "<Tab>", "<Enter>")
        #expect(player.rows(with: "As director · 5,000 films").count == 1)
        await player.play("j", "<Enter>", "H")
        #expect(player.rows(with: "As director · 5,000 films").count == 1)
        #expect(player.state.past.allSatisfy { $0.detail.content == nil })
    }

    @Test func filmsThatARecordLeavesOutAreAListAway() async {
        var player = await Player(
            catalog: NumberedCatalog(
                films: 1_000_000, people: 10, filmography: 90_000, filmographyLimit: 1_000),
            rows: 40)
        await player.play("film", "<Tab>", "<Enter>")
        #expect(!player.rows(with: "90,000 films").isEmpty)
        #expect(player.rows(with: "As director · ").isEmpty)
        await player.play("<Enter>")
        #expect(
            player.state.browser.results.query.filters
                == [Filter(.person(["person-0"], role: nil))])
    }
}
