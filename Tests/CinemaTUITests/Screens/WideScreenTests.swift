import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Whole screens of 120x40, as pictures in `Frames`.
struct WideScreenTests {
    private func player(
        catalog: any Catalog = StubCatalog(), _ query: String = "", recent: [RecentItem] = []
    ) async -> Player {
        await Player(catalog: catalog, columns: 120, rows: 40, query: query, recent: recent)
    }

    @Test func startPage() async {
        let recent = [
            RecentItem(target: .person(Identifier("person-Al Pacino")), name: "Al Pacino"),
            RecentItem(target: .film(FilmFixtures.films[7].id), name: "七人の侍", year: 1954),
        ]
        let player = await player(recent: recent)
        expectFrame(player.frame, named: "start-page")
    }

    @Test func results() async {
        var player = await player("rating:>=7 year:old ")
        await player.play("pac", "<Down>")
        expectFrame(player.frame, named: "results")
    }

    @Test func film() async {
        var player = await player()
        await player.play("godf", "<Enter>", "<Tab>")
        expectFrame(player.frame, named: "film")
    }

    @Test func person() async {
        var player = await player()
        await player.play("robert", "<Tab>", "<Enter>")
        expectFrame(player.frame, named: "person")
    }

    @Test func genre() async {
        var player = await player()
        await player.play("crime", "<S-Tab>", "<Enter>")
        expectFrame(player.frame, named: "genre")
    }

    @Test func filterMenu() async {
        var player = await player("genre:Crime")
        await player.play("<Esc>", "f", "j")
        expectFrame(player.frame, named: "filter-menu")
    }

    @Test func rescuedQuery() async {
        let rescue = Rescue(kind: .keyboardLayout, typed: "ыефк цфкы", shown: "star wars")
        let player = await player(catalog: RescuingCatalog(rescue), "ыефк цфкы")
        expectFrame(player.frame, named: "rescued-query")
    }
}
