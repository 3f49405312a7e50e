import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct DoorTests {
    /// Walks down until a door of the detail leads to a name.
    private func walk(to door: Door, in player: inout Player) async {
        for _ in 0..<100 {
            if let document = player.state.document,
                document.doors[player.state.browser.detail.door].door == door
            {
                return
            }
            await player.play("j")
        }
        Issue.record("there is no door to \(door)")
    }

    private func name(_ player: Player) -> String? {
        switch player.state.browser.detail.currentContent {
        case .film(let film): film.title
        case .person(let person): person.name
        case .genre(let genre): genre.name
        case nil: nil
        }
    }

    @Test func everyNameIsADoorAndTheWayBackIsTheSame() async {
        var player = await Player()
        await player.play("godf")
        let list = player.screen
        await player.play("<Enter>")
        #expect(name(player) == "The Godfather")
        await walk(to: .person(Identifier("person-Al Pacino")), in: &player)
        let film = player.screen
        await player.play("<Enter>")
        #expect(name(player) == "Al Pacino")
        await walk(to: .film(Identifier("film-Heat-1995-Michael Mann")), in: &player)
        let person = player.screen
        await player.play("<Enter>")
        #expect(name(player) == "Heat")
        await player.play("H")
        #expect(player.screen == person)
        await player.play("H")
        #expect(player.screen == film)
        await player.play("L", "L")
        #expect(name(player) == "Heat")
        await player.play("H", "H", "h", "/")
        #expect(player.rows(with: "Godfather").count >= 2)
        #expect(player.state.browser.search.field.text == "godf")
        #expect(player.state.browser.results.films.count == 2)
        #expect(
            list.contains("The Godfather Part II")
                && player.screen.contains("The Godfather Part II"))
    }

    @Test func aGenreLeadsToTheFilmsOfADecade() async {
        var player = await Player()
        await player.play("crime", "<S-Tab>", "<Enter>")
        #expect(name(player) == "Crime")
        let decade = FilmQuery(filters: [
            Filter(.genre(["Crime"])), Filter(.year(Span(lower: 1970, upper: 1979))),
        ])
        await walk(to: .films(decade), in: &player)
        await player.play("<Enter>")
        #expect(player.state.browser.focus == .list)
        #expect(player.state.browser.results.tab == .films)
        #expect(player.state.browser.results.films.count == 2)
        #expect(player.state.browser.search.filters.count == 2)
        await player.play("H")
        #expect(name(player) == "Crime")
    }

    @Test func sectionsAreSteppedOver() async {
        var player = await Player()
        await player.play("heat", "<Enter>")
        let sections = player.state.document?.doors.map(\.section) ?? []
        #expect(Set(sections).count == 4)
        var walked: [Int] = []
        for _ in 0..<4 {
            walked.append(sections[player.state.browser.detail.door])
            await player.play("<Tab>")
        }
        #expect(walked == walked.sorted() && Set(walked).count == 4)
        #expect(player.state.browser.detail.door == 0)
        await player.play("<S-Tab>")
        #expect(sections[player.state.browser.detail.door] == sections.last)
    }

    @Test func comingBackGoesToTheListOrThroughTheDoor() async {
        var player = await Player()
        await player.play("heat", "<Enter>", "<Esc>")
        #expect(player.state.browser.focus == .list)
        await player.play("<Enter>")
        await walk(to: .person(Identifier("person-Michael Mann")), in: &player)
        await player.play("<Enter>", "<Esc>")
        #expect(name(player) == "Heat")
        #expect(player.state.browser.focus == .detail)
    }

    @Test func aRecordThatCannotBeLoadedSaysWhy() async {
        var player = await Player()
        await player.play("heat", "<Enter>")
        await walk(to: .person(Identifier("person-Al Pacino")), in: &player)
        player.holdsReplies = true
        await player.play("<Enter>")
        #expect(player.rows(with: "loading").isEmpty)
        await player.wait(400)
        #expect(!player.rows(with: "loading").isEmpty)
        #expect(player.state.browser.detail.currentContent == nil)
        await player.answer(
            failing: CatalogError(.unavailable, source: "stub", cause: "it is out of reach"))
        #expect(!player.rows(with: "stub: it is out of reach").isEmpty)
        await player.play("h")
        #expect(name(player) == "Heat")
    }

    @Test func aRecordWithoutAnythingIsShownAllTheSame() async {
        var player = await Player()
        await player.play("nobody knows", "<Enter>")
        #expect(!player.rows(with: "not rated").isEmpty)
        #expect(!player.rows(with: "Nobody is named").isEmpty)
        await player.play("j", "k", "<Tab>", "<Enter>", "<PgDn>", "G", "gg")
        #expect(name(player) == "Nobody Knows This One")
    }

    @Test func everyRecordFitsInEveryWidth() {
        for width in [0, 1, 2, 3, 7, 20, 60, 200] {
            for film in FilmFixtures.films {
                let document = DetailDocument(film: film, width: width, texts: .english)
                for door in document.doors {
                    #expect(document.lines.indices.contains(door.line))
                }
                #expect(document.doors.map(\.line) == document.doors.map(\.line).sorted())
            }
        }
    }

    @Test func whatWasOpenedIsRemembered() async {
        var player = await Player()
        await player.play("heat", "<Enter>")
        await walk(to: .person(Identifier("person-Al Pacino")), in: &player)
        await player.play("<Enter>")
        #expect(player.state.recent.map(\.name) == ["Al Pacino", "Heat"])
        let viewed = player.effects.compactMap { effect in
            if case .rememberViewed(let item) = effect { item.name } else { nil }
        }
        #expect(viewed == ["Heat", "Al Pacino"])
    }

    @Test func namesThatFlowFitWithTheirCommas() {
        var document = DetailDocument(width: 12)
        document.addFlow(
            label: "", labelWidth: 0,
            names: ["Ann Lee", "Bo", "Al Pacino"].map { ($0, .person(Identifier($0))) })
        #expect(document.lines.map { $0.map(\.text).joined() } == ["Ann Lee, Bo,", "Al Pacino"])
    }
}
