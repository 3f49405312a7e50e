import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Whole screens of 120x40, as pictures in `Frames`; beside each what has to be
/// readable on it, however the picture is recorded anew.
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
        #expect(!player.rows(with: "Recently viewed").isEmpty)
        #expect(!player.rows(with: "七人の侍 1954").isEmpty)
        #expect(!player.rows(with: "9 films, 21 people, 5 genres").isEmpty)
        expectFrame(player.frame, named: "start-page")
    }

    @Test func results() async {
        var player = await player("rating:>=7 year:old ")
        await player.play("pac", "<Down>")
        #expect(player.rows(with: "▸").first?.contains("The Godfather Part II") == true)
        #expect(player.rows(with: "Directed by").count == 1, "the pane follows the selection")
        #expect(!player.rows(with: "year:old !").isEmpty)
        expectFrame(player.frame, named: "results")
    }

    @Test func film() async {
        var player = await player()
        await player.play("godf", "<Enter>", "<Tab>")
        #expect(!player.rows(with: "1972 · 175 min · United States").isEmpty)
        #expect(player.rows(with: "Directed by").first?.contains("Francis Ford Coppola") == true)
        expectFrame(player.frame, named: "film")
    }

    @Test func person() async {
        var player = await player()
        await player.play("robert", "<Tab>", "<Enter>")
        #expect(!player.rows(with: "2 films · 1972–1974").isEmpty)
        #expect(!player.rows(with: "In the cast · 2 films").isEmpty)
        expectFrame(player.frame, named: "person")
    }

    @Test func genre() async {
        var player = await player()
        await player.play("crime", "<S-Tab>", "<Enter>")
        #expect(!player.rows(with: "All 4 films of this genre").isEmpty)
        #expect(!player.rows(with: "By decade").isEmpty && !player.rows(with: "By rating").isEmpty)
        expectFrame(player.frame, named: "genre")
    }

    @Test func filterMenu() async {
        var player = await player("genre:Crime")
        await player.play("<Esc>", "f", "j")
        #expect(player.rows(with: "[x] Crime").count == 1)
        #expect(!player.rows(with: "Crime ×").isEmpty)
        expectFrame(player.frame, named: "filter-menu")
    }

    @Test func rescuedQuery() async {
        let rescue = Rescue(kind: .keyboardLayout, typed: "ыефк цфкы", shown: "star wars")
        let player = await player(catalog: RescuingCatalog(rescue), "ыефк цфкы")
        #expect(
            !player.rows(with: "shown: star wars (keyboard layout); as typed: ыефк цфкы").isEmpty)
        expectFrame(player.frame, named: "rescued-query")
    }
}
