import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct SizeTests {
    /// Scripts that lead into every state that a screen can show.
    static let scripts = [
        "", "god", "god<Enter>", "god<Enter><Enter>", "<Esc>s", "<Esc>f", "<Esc>fG", "<Esc>?",
        "<F1>x",
        "qqqq", "genre:War year:old <Esc>", "cr<S-Tab><Enter>G", "七<Enter>", "<Esc>p",
        "<Tab><Esc>G",
    ]

    @Test(arguments: scripts)
    func anySizeCanBeDrawnInAnyState(_ script: String) async {
        // As many as the start page takes in: they push its rows down.
        var player = await Player(
            recent: FilmFixtures.films.prefix(AppState.recentLimit).map { film in
                RecentItem(target: .film(film.id), name: film.title, year: film.summary.year)
            } + [RecentItem(target: .film(FilmFixtures.films[7].id), name: "七人の侍", year: 1954)])
        await player.play(script)
        var faults: [String] = []
        for columns in [120, 100, 99, 61, 60, 59, 10, 2, 1, 0, 200] {
            for rows in [30, 17, 16, 15, 3, 1, 0, 60] {
                await player.send(.resize(Size(columns: columns, rows: rows)))
                let frame = player.frame
                if frame.size != Size(columns: columns, rows: rows) { faults.append("size") }
                faults += frame.faults.map { "\(columns)x\(rows): \($0)" }
            }
        }
        #expect(faults == [])
    }

    @Test func keysInATinyWindowDoNoHarm() async {
        var player = await Player(columns: 1, rows: 1)
        for script in [
            "god", "<Enter>", "j", "G", "h", "f", "j", "<Space>", "<Esc>", "s", "r", "?",
        ] {
            await player.play(script)
            #expect(player.frame.faults == [])
        }
        await player.send(.resize(Size(columns: 120, rows: 30)))
        #expect(player.frame.faults == [])
    }

    @Test func aWindowThatIsTooSmallSaysWhatItNeeds() async {
        var player = await Player(columns: 59, rows: 16)
        #expect(
            player.frame.text.split(separator: "\n").first
                == "cinema needs a window of 60x16; this one is 59x16")
        await player.send(.resize(Size(columns: 40, rows: 16)))
        #expect(player.rows(with: "this one is") + player.rows(with: "40x16") != [])
        #expect(!player.screen.contains("…"))
        await player.send(.resize(Size(columns: 60, rows: 15)))
        #expect(player.screen.contains("60x16; this one is 60x15"))
        await player.send(.resize(Size(columns: 60, rows: 16)))
        #expect(player.screen.contains("The Godfather"))
    }

    @Test(arguments: [60, 80, 100])
    func theWayToTheKeysAndTheWayOutAreAlwaysTold(columns: Int) async {
        for (script, ways) in [
            ("god", ["F1 keys", "C-c quit"]), ("god<Esc>", ["? keys", "q quit"]),
            ("genre:War god<Esc>", ["? keys", "q quit"]),
            ("god<Enter>", ["? keys", "q quit"]), ("god<Esc>f", ["Esc close"]),
        ] {
            var player = await Player(columns: columns, rows: 24)
            await player.play(script)
            let hints = player.screen.split(separator: "\n").last ?? ""
            for way in ways { #expect(hints.contains(way), "\(script): \(hints)") }
        }
    }

    @Test func growingBringsTheSameScreenBack() async {
        for script in Self.scripts {
            var player = await Player()
            await player.play(script)
            let before = player.frame
            for size in [
                Size(columns: 80, rows: 24), Size(columns: 1, rows: 1),
                Size(columns: 120, rows: 30),
            ] {
                await player.send(.resize(size))
            }
            #expect(player.frame == before, "\(script)")
        }
    }

    @Test func aNarrowWindowShowsTheDetailInPlaceOfTheList() async {
        var player = await Player(columns: 80, rows: 24)
        await player.play("god")
        #expect(player.rows(with: "Directed by").isEmpty)
        await player.play("<Enter>")
        #expect(!player.rows(with: "Directed by").isEmpty)
        #expect(player.rows(with: "Part II").isEmpty)
        await player.send(.resize(Size(columns: 120, rows: 24)))
        #expect(!player.rows(with: "Directed by").isEmpty)
        #expect(!player.rows(with: "Part II").isEmpty)
    }

    @Test func theSelectionStaysInSightWhenTheWindowShrinks() async {
        var player = await Player(catalog: NumberedCatalog(films: 1_000), columns: 120, rows: 60)
        await player.play("film", "<Esc>")
        for _ in 0..<45 { await player.play("j") }
        await player.send(.resize(Size(columns: 60, rows: 16)))
        #expect(player.rows(with: "▸").contains { $0.contains("Film 45") })
    }

    @Test func thePaneCanBePutAway() async {
        var player = await Player()
        await player.play("god", "<Esc>")
        #expect(!player.rows(with: "Directed by").isEmpty)
        await player.play("p")
        #expect(player.rows(with: "Directed by").isEmpty)
        await player.play("<Enter>")
        #expect(!player.rows(with: "Directed by").isEmpty)
        await player.play("h", "p")
        #expect(!player.rows(with: "Directed by").isEmpty)
    }
}
