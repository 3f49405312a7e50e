import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// What is found as typed is shown before near spellings are looked for.
struct RescueBehindTests {
    private let server = RemoteStub(
        RescuingCatalog(
            Rescue(
                kind: .spelling, typed: "godfathr", shown: "godfather", filmsAsTyped: 1,
                peopleAsTyped: 0, genresAsTyped: 0)))

    private func player() async -> Player {
        server.set { $0.rescuesApart = true }
        var player = await Player(
            catalog: server, columns: 120, rows: 24, holdsReplies: true, status: .atTheServer)
        await player.answerAll()
        server.set { $0.asked = [] }
        await player.play("godfathr", "<Enter>")
        return player
    }

    @Test func rowsAsTypedAreThereBeforeTheRescue() async {
        var player = await player()
        await player.answer()
        #expect(!player.rows(with: "▸").isEmpty)
        #expect(player.rows(with: "near spelling").isEmpty)
        #expect(server.asked("rescue").isEmpty)
        await player.answerAll()
        #expect(server.asked("rescue") == ["godfathr"])
        #expect(!player.rows(with: "shown: godfather (near spelling)").isEmpty)
        #expect(player.state.browser.results.films.count > 1)
    }

    @Test func theNumbersAreAskedForOnceAllRowsAreKnown() async {
        var player = await player()
        await player.answer()
        #expect(player.wanted.allSatisfy { if case .count = $0 { false } else { true } })
        await player.answerAll()
        #expect(server.asked("statistics") == ["godfathr"])
    }

    @Test func theSelectedRowStaysWhereItIs() async {
        var player = await player()
        await player.answer()
        await player.play("<Esc>")
        let selected = player.state.browser.results.selectedItem
        await player.answerAll()
        #expect(player.state.browser.results.selectedItem == selected)
        #expect(player.state.browser.results.place.selected == 0)
    }

    @Test func aRescueThatFailsTakesNothingAwayAndIsAskedForAgain() async {
        var player = await player()
        server.set { $0.rescueFailure = .away }
        await player.answerAll()
        #expect(player.state.browser.results.films.count == 1)
        #expect(!player.rows(with: "▸").isEmpty)
        #expect(server.asked("statistics").isEmpty)
        server.set { $0.rescueFailure = nil }
        await player.wait(3_000)
        await player.answerAll()
        #expect(!player.rows(with: "shown: godfather (near spelling)").isEmpty)
        #expect(server.asked("statistics") == ["godfathr"])
    }

    @Test func anotherLetterGivesItUp() async {
        var player = await player()
        await player.answer()
        await player.play("x")
        #expect(player.wanted.allSatisfy { if case .search = $0 { false } else { true } })
        await player.answerAll()
        #expect(player.rows(with: "near spelling").isEmpty)
    }

    @Test func askedForAgainItComesWithTheRows() async {
        var player = await player()
        await player.answerAll()
        let rows = player.screen
        await player.play("<C-r>")
        while !player.held.isEmpty {
            await player.answer()
            #expect(!player.rows(with: "near spelling").isEmpty)
        }
        #expect(player.screen == rows)
    }

    @Test func whoLooksAtPeopleWaitsForAll() async {
        var player = await player()
        await player.answerAll()
        await player.play("<Tab>", "<C-u>", "godfathr", "<Enter>")
        await player.answerAll()
        #expect(server.asked("rescue").count == 2)
    }
}
