import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Whole screens of 80x24, as pictures in `Frames`.
struct NarrowScreenTests {
    private func player(_ query: String = "", traits: ScreenTraits = ScreenTraits()) async -> Player
    {
        await Player(columns: 80, rows: 24, traits: traits, query: query)
    }

    @Test func results() async {
        var player = await player()
        await player.play("hamlet")
        expectFrame(player.frame, named: "narrow-results")
    }

    @Test func film() async {
        var player = await player()
        await player.play("léon", "<Enter>")
        expectFrame(player.frame, named: "narrow-film")
    }

    @Test func help() async {
        var player = await player()
        await player.play("<Esc>", "?")
        expectFrame(player.frame, named: "narrow-help")
    }

    @Test func sortMenu() async {
        var player = await player("god sort:-year")
        await player.play("<Esc>", "s")
        expectFrame(player.frame, named: "narrow-sort-menu")
    }

    @Test func nothingFound() async {
        var player = await player("genre:Western rating:>=9 ")
        await player.play("crime")
        expectFrame(player.frame, named: "narrow-nothing-found")
    }

    @Test func withoutColour() async {
        var player = await player("year:old ", traits: ScreenTraits(hasColor: false))
        await player.play("god", "<Down>")
        expectFrame(player.frame, named: "narrow-without-colour")
        let colored = player.frame.cells.filter {
            $0.style.foreground != .default || $0.style.background != .default
        }
        #expect(colored.isEmpty)
    }
}
