import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// What is shown follows the source without moving under the reader.
struct RefreshTests {
    private let server = RemoteStub()

    private func player(_ query: String = "") async -> Player {
        var player = await Player(catalog: server, status: .withSnapshot)
        await player.play(query)
        await player.wait(1_000)
        server.set { $0.asked = [] }
        return player
    }

    private func gain(_ titles: String...) {
        let films = titles.map { FilmFixtures.film($0, 2026, 9.9, directors: ["Somebody"]) }
        server.set { $0.catalog = StubCatalog(films: films + FilmFixtures.films) }
    }

    @Test func newsAreShownWithoutAKey() async {
        var player = await player("god")
        gain("God of War")
        await player.send(.status(.withSnapshot.with(revision: 1)))
        #expect(server.asked("search") == [])
        await player.wait(2_000)
        #expect(server.asked("search") == ["god"])
        #expect(!player.rows(with: "God of War").isEmpty)
    }

    @Test func manyNewsAreOneQuestionInTwoSeconds() async {
        var player = await player("god")
        for revision in 1...40 {
            await player.send(.status(.withSnapshot.with(revision: revision)))
            await player.wait(100)
        }
        await player.wait(10_000)
        #expect((2...3).contains(server.asked("search").count))
        #expect(player.waking == [])
    }

    @Test func filmsThatHappenToBeKeptDoNotTakeTheServersPlace() async {
        let online = CatalogStatus(connection: .online, isInstant: false)
        server.set { $0.origin = ResultOrigin(place: .server) }
        var player = await Player(catalog: server, status: online)
        await player.play("god", "<Enter>")
        await player.wait(1_000)
        let former = player.state.browser.results.films
        #expect(former.total.value > 1)
        server.set {
            $0.catalog = StubCatalog(films: [FilmFixtures.film("Godzilla", 1954, 7.5)])
            $0.origin = ResultOrigin(
                place: .snapshot, coverage: .init(read: 1, total: .atLeast(1)))
        }
        await player.send(.status(online.with(revision: 1)))
        await player.wait(2_000)
        #expect(player.state.browser.results.films.total == former.total)
        #expect(player.rows(with: "Godzilla").isEmpty)
        // It was away too shortly to report it; the rows are asked for again.
        server.set {
            $0.catalog = StubCatalog()
            $0.origin = ResultOrigin(place: .server)
            $0.asked = []
        }
        await player.wait(3_000)
        #expect(server.asked("search") == ["god"])
        #expect(player.state.browser.results.pageFailures.isEmpty)
        #expect(player.state.browser.results.films.total == former.total)
    }

    @Test func theSelectionStaysOnItsFilmAndOnItsLine() async {
        var player = await player()
        await player.play("god", "<Esc>", "j")
        let line = player.screen.split(separator: "\n").firstIndex { $0.hasPrefix("▸") }
        gain("God of War", "God Only Knows")
        await player.send(.status(.withSnapshot.with(revision: 1)))
        await player.wait(2_000)
        #expect(player.rows(with: "▸").contains { $0.contains("The Godfather Part II") })
        #expect(player.state.browser.results.place.selected == 3)
        #expect(player.state.browser.focus == .list && line != nil)
    }

    @Test func aListThatWasNotLookedAtBeginsWithItsFirstRow() async {
        var player = await player("")
        let former = player.state.browser.results
        guard let first = former.genres[0] else {
            Issue.record("there is no genre")
            return
        }
        var found = SearchResults(
            films: Page(items: [], total: .exact(0)),
            genres: Page(
                items: [GenreSummary(id: Identifier("new"), name: "New", films: 9), first],
                total: .exact(2)))
        found.filmsFailure = .away
        player.state.browser.results.keepingPlaces { $0.renew(found) }
        #expect(player.state.browser.results.genresPlace == ListPlace())
        player.state.browser.results = former
        player.state.browser.results.tab = .genres
        player.state.browser.results.keepingPlaces { $0.renew(found) }
        #expect(player.state.browser.results.genresPlace.selected == 1)
    }

    @Test func aFilmThatIsGoneLeavesItsNeighbourSelected() async {
        var player = await player()
        await player.play("god", "<Esc>", "j")
        server.set { $0.catalog = StubCatalog(films: Array(FilmFixtures.films.dropFirst(1))) }
        server.set { behavior in
            let films = FilmFixtures.films.filter { $0.title != "The Godfather Part II" }
            behavior.catalog = StubCatalog(films: films)
        }
        await player.send(.status(.withSnapshot.with(revision: 1)))
        await player.wait(2_000)
        #expect(player.rows(with: "▸").contains { $0.contains("The Godfather") })
    }

    @Test func rowsStayUntilNewOnesComeAndSilentFailuresChangeNothing() async {
        var player = await player("god")
        let before = player.screen
        player.holdsReplies = true
        await player.send(.status(.withSnapshot.with(revision: 1)))
        await player.wait(5_000)
        #expect(player.screen == before)
        while !player.held.isEmpty { await player.answer(failing: .away) }
        #expect(player.screen == before)
        #expect(player.state.browser.results.isCurrent)
    }

    @Test func aKeyMakesTheRefreshNeedless() async {
        var player = await player("god")
        await player.send(.status(.withSnapshot.with(revision: 1)))
        await player.wait(1_900)
        await player.play("f")
        await player.wait(5_000)
        #expect(server.asked("search") == ["godf"])
    }

    @Test func farRowsStayUntilTheyComeAnew() async {
        server.set { $0.catalog = NumberedCatalog(films: 1_000) }
        var player = await player()
        await player.play("film", "<Esc>")
        for _ in 0..<10 { await player.play("<PgDn>") }
        let before = player.rows(with: "Film")
        player.holdsReplies = true
        await player.send(.status(.withSnapshot.with(revision: 1)))
        await player.wait(2_000)
        await player.answer()
        #expect(player.rows(with: "Film") == before)
        await player.answerAll()
        #expect(player.rows(with: "Film") == before)
    }

    @Test func theReaderCanAskForIt() async {
        var player = await player()
        await player.play("god", "<Esc>", "r")
        #expect(server.asked("search").last == "god")
        #expect(server.asked("confirm").last == "god")
        await player.play("/", "<C-r>", "<F5>")
        #expect(server.asked("search").suffix(3) == ["god", "god", "god"])
    }

    @Test func aPlaceOfBeforeIsAskedAnewOnTheWayBack() async {
        var player = await player("god")
        await player.play("<Enter>", "h", "/", "<C-u>", "heat")
        await player.send(.status(.withSnapshot.with(revision: 1)))
        gain("God of War")
        await player.play("<M-Left>")
        #expect(!player.rows(with: "God of War").isEmpty)
    }

    @Test func theFirstReportAsksForNothingAnew() async {
        var player = await Player(catalog: server)
        await player.send(.status(.withSnapshot.with(revision: 7)))
        await player.wait(5_000)
        #expect(server.asked("search") == [""] && server.asked("summary") == [""])
        await player.send(.status(.withSnapshot.with(revision: 8)))
        await player.wait(5_000)
        #expect(server.asked("search") == ["", ""])
    }

    @Test func anEmptyStartPageFillsAtOnce() async {
        server.set { $0.catalog = StubCatalog(films: []) }
        var player = await player()
        server.set { $0.catalog = StubCatalog() }
        await player.send(.status(.withSnapshot.with(revision: 1)))
        #expect(!player.rows(with: "The Godfather").isEmpty)
    }
}
