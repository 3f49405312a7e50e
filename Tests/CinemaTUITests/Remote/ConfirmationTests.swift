import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Rows of the local copy are confirmed and completed by the server.
struct ConfirmationTests {
    private let server = RemoteStub()

    private func player(_ query: String, adding added: SearchResults? = nil) async -> Player {
        server.set { $0.confirmation = added }
        var player = await Player(catalog: server, status: .withSnapshot)
        await player.play(query)
        return player
    }

    private static let additions = SearchResults(
        films: Page(
            items: [
                FilmFixtures.film("Heat II", 2027, 7.7, directors: ["Michael Mann"]).summary,
                FilmSummary(
                    id: Identifier("film-Heat-1995-Michael Mann"), title: "Heat",
                    rating: Rating(8.9)),
            ], total: .exact(2)))

    @Test func newRowsStandBehindTheLocalOnesUnderAHeading() async {
        var player = await player("heat", adding: Self.additions)
        await player.wait(200)
        let results = player.state.browser.results
        #expect(results.serverStart == 1 && results.itemCount == 2)
        #expect(!player.rows(with: "Only at the server").isEmpty)
        #expect(!player.rows(with: "Heat II").isEmpty && !player.rows(with: "[Films 2]").isEmpty)
        #expect(results.place.selected == 0)
        await player.play("<Down>", "<Enter>")
        #expect(player.state.browser.detail.target == results.item(at: 1)?.target)
    }

    @Test func changedRowsAreExchangedWhereTheyStand() async {
        var player = await player("heat", adding: Self.additions)
        #expect(!player.rows(with: "8.3").isEmpty)
        await player.wait(200)
        #expect(player.rows(with: "1995  Heat").contains { $0.contains("8.9") })
    }

    @Test func whatComesBeforeTheRowsWaitsForThem() async {
        let player = await player("", adding: Self.additions)
        var copy = player
        copy.holdsReplies = true
        await copy.play("heat")
        await copy.wait(200)
        await copy.answer(copy.held.count - 1)
        #expect(copy.state.browser.results.serverRows == ServerRows())
        await copy.answerAll()
        #expect(!copy.rows(with: "Heat II").isEmpty)
    }

    @Test func lateConfirmationsAreDropped() async {
        var player = await player("", adding: Self.additions)
        player.holdsReplies = true
        await player.play("heat")
        await player.wait(200)
        player.holdsReplies = false
        await player.play("<C-u>", "god")
        await player.answerAll()
        #expect(player.rows(with: "Heat II").isEmpty)
    }

    @Test func nothingFoundSaysThatTheServerIsAsked() async {
        var player = await player("zzz")
        #expect(!player.rows(with: "The server is being asked").isEmpty)
        await player.wait(200)
        #expect(player.rows(with: "The server is being asked").isEmpty)
        #expect(!player.rows(with: "Nothing found").isEmpty)
        player.holdsReplies = true
        await player.play("z")
        await player.answerAll()
        await player.wait(200)
        await player.answer(failing: .away)
        #expect(!player.rows(with: "The server could not be asked").isEmpty)
    }

    @Test func aRefusalIsToldOnceAndTheRowsStay() async {
        let refusal = CatalogError(
            .unauthorized, source: "films.example", cause: "put the token into token.txt")
        var player = await player("")
        player.holdsReplies = true
        for (text, isTold) in [("heat", true), ("god", false)] {
            await player.play("<C-u>", text)
            while let index = player.held.firstIndex(where: {
                if case .confirm = $0 { false } else { true }
            }) {
                await player.answer(index)
            }
            await player.wait(200)
            await player.answer(failing: refusal)
            #expect(player.rows(with: "put the token").isEmpty != isTold)
            await player.answerAll()
        }
        #expect(!player.rows(with: "Godfather").isEmpty)
    }

    @Test func enterConfirmsAtOnce() async {
        var player = await player("heat")
        #expect(server.asked("confirm") == [])
        await player.play("<Enter>")
        #expect(server.asked("confirm") == ["heat"])
        await player.wait(1_000)
        #expect(server.asked("confirm") == ["heat"])
    }

    @Test func whoWantsNoNetworkIsNotConfirmed() async {
        var status = CatalogStatus.withSnapshot
        status.connection = .switchedOff
        var player = await Player(catalog: server, status: status)
        await player.play("heat")
        await player.wait(1_000)
        await player.play("<Enter>", "r")
        #expect(server.asked("confirm") == [])
    }

    @Test func rescuedRowsStandBeforeThoseOfTheServer() async {
        let rescue = Rescue(kind: .keyboardLayout, typed: "ыефк", shown: "star")
        server.set { $0.catalog = RescuingCatalog(rescue) }
        var player = await player("ыефк", adding: Self.additions)
        await player.wait(200)
        let results = player.state.browser.results
        #expect(results.headings == [0, results.ownTotal(.films).value])
        #expect(!player.rows(with: "shown: star").isEmpty)
        #expect(!player.rows(with: "Only at the server").isEmpty)
    }
}
