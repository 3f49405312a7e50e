import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct ScrollingTests {
    private func offsets(_ player: Player) -> [Int] {
        player.requests.compactMap { request in
            if case .films(_, let page, _) = request { page.offset } else { nil }
        }
    }

    @Test func onlyPagesThatAreMissingAreAskedFor() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000))
        await player.play("film", "<Esc>")
        #expect(offsets(player) == [])
        for _ in 0..<110 { await player.play("j") }
        #expect(offsets(player) == [64])
        for _ in 0..<110 { await player.play("k") }
        #expect(offsets(player) == [64])
        #expect(player.rows(with: "Film 0").count >= 1)
    }

    @Test func theEndOfALongListIsOneKeyAway() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000_000))
        await player.play("film", "<Esc>", "G")
        #expect(player.state.browser.results.place.selected == 999_999)
        #expect(player.rows(with: "▸").contains { $0.contains("Film 999999") })
        #expect(!player.rows(with: "1,000,000 of 1,000,000").isEmpty)
        #expect(offsets(player).count <= 2)
        await player.play("gg")
        #expect(player.rows(with: "▸").contains { $0.contains("Film 0") })
    }

    @Test func theEndIsFoundOnceItIsKnown() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000, countsLate: true))
        player.holdsReplies = true
        await player.play("film")
        while let index = player.held.firstIndex(where: {
            if case .count = $0 { false } else { true }
        }) {
            await player.answer(index)
        }
        #expect(!player.rows(with: "65+").isEmpty)
        await player.play("<Esc>", "G")
        #expect(player.state.browser.results.place.selected == 64)
        await player.answerAll()
        #expect(player.state.browser.results.place.selected == 999)
    }

    @Test func rowsOnTheirWayCanBePassed() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000))
        await player.play("film", "<Esc>")
        player.holdsReplies = true
        await player.play("<PgDn>", "<PgDn>", "<PgDn>", "<PgDn>", "<Enter>")
        #expect(player.state.browser.focus == .list)
        let selected = player.state.browser.results.place.selected
        #expect(player.frame.faults == [])
        await player.answerAll()
        #expect(player.state.browser.results.place.selected == selected)
        #expect(player.rows(with: "▸").contains { $0.contains("Film \(selected)") })
    }

    @Test func aPageThatFailedIsAskedForAgain() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000))
        await player.play("film", "<Esc>")
        player.holdsReplies = true
        await player.play("G")
        let error = CatalogError(.unavailable, source: "numbered", cause: "the network is down")
        while !player.held.isEmpty { await player.answer(failing: error) }
        #expect(!player.rows(with: "numbered: the network is down").isEmpty)
        player.holdsReplies = false
        await player.play("k")
        #expect(player.rows(with: "▸").contains { $0.contains("Film 998") })
        #expect(player.rows(with: "the network is down").isEmpty)
    }

    @Test func pagesAndHalfPagesMoveByWhatIsShown() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000), columns: 80, rows: 24)
        await player.play("film", "<Esc>", "<C-f>")
        let page = player.state.browser.results.place.selected
        #expect((10...24).contains(page))
        await player.play("<C-b>")
        #expect(player.state.browser.results.place.selected == 0)
        await player.play("<C-d>", "<C-d>")
        #expect(abs(player.state.browser.results.place.selected - page) <= 2)
        await player.play("<C-u>", "<C-u>", "<C-u>")
        #expect(player.state.browser.results.place.selected == 0)
    }

    @Test func thePaneFollowsTheSelectionAndSkipsWhatItPassed() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000))
        await player.play("film", "<Esc>")
        player.holdsReplies = true
        await player.play("j", "j", "j")
        // The answers come in the wrong order; only the last one counts.
        while !player.held.isEmpty { await player.answer(player.held.count - 1) }
        guard case .film(let film) = player.state.browser.detail.currentContent else {
            Issue.record("no film is shown")
            return
        }
        #expect(film.title == "Film 3")
    }

    @Test func aWalkOfAMillionRowsKeepsFewOfThem() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000_000))
        await player.play("film", "<Esc>")
        for _ in 0..<500 { await player.play("<PgDn>") }
        let films = player.state.browser.results.films
        let pages = stride(from: 0, to: films.count, by: 64).count { films[$0] != nil }
        #expect(pages <= 15)
    }
}
