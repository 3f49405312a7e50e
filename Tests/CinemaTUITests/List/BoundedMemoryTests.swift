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

    @Test func theWayForwardIsBoundedLikeTheWayBack() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000_000), rows: 40)
        for number in 0..<40 {
            await player.play("/", "x\(number) x", "<Esc>", "<PgDn>", "<Enter>", "<Esc>")
        }
        for _ in 0..<38 { await player.play("H") }
        let future = player.state.future
        #expect(future.count == 38)
        #expect(future.dropLast(AppState.wholePlaces).allSatisfy { pages($0) == 0 })
    }

    @Test func aFarPlaceKeepsTheDoorThatWasChosen() async {
        var player = await Player(
            catalog: NumberedCatalog(films: 1_000_000, people: 10, filmography: 50), rows: 40)
        await player.play("film", "<Tab>", "<Enter>", "j", "j", "<Enter>")
        let door = player.state.past.last?.detail.door
        for number in 0..<(AppState.wholePlaces + 2) {
            await player.play("/", "x\(number) x", "<Esc>", "<Enter>")
        }
        while !player.state.past.isEmpty, player.state.past.count > 1 { await player.play("H") }
        await player.play("H")
        #expect(door == 2 && player.state.browser.detail.door == door)
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
        await player.play("j", "<Enter>")
        let left = player.state.past.last?.detail
        #expect(left?.target != nil && left?.content == nil)
        let viewed = player.state.recent
        await player.play("H")
        #expect(player.rows(with: "As director · 5,000 films").count == 1)
        // Going back is not viewing it once more.
        #expect(player.state.recent == viewed)
    }
}
