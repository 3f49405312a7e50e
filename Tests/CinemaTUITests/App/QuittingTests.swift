import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct QuittingTests {
    @Test func escapeNeverQuits() async {
        var player = await Player(recent: [])
        for script in ["", "god", "<Enter>", "s", "f", "?", "g", "<Tab>", "/x"] {
            await player.play(script)
            for _ in 0..<10 { await player.play("<Esc>") }
            #expect(player.outcome == nil, "after \(script)")
        }
    }

    @Test(arguments: ["", "god", "<Esc>", "<Esc>s", "<Esc>f", "<F1>", "god<Enter>", "<Esc>?q"])
    func controlCInterruptsEverywhere(_ script: String) async {
        var player = await Player()
        await player.play(script, "<C-c>")
        #expect(player.outcome == .interrupted)
    }

    @Test func qQuitsOnlyWhereItIsNoText() async {
        var player = await Player()
        await player.play("q", "<F1>", "q", "<Esc>", "<Esc>", "f", "q", "s", "q")
        #expect(player.outcome == nil)
        #expect(player.state.mode == .list)
        await player.play("q")
        #expect(player.outcome == .quit)
    }

    @Test func qQuitsInADetail() async {
        var player = await Player()
        await player.play("god", "<Enter>", "q")
        #expect(player.outcome == .quit)
    }

    @Test func signalsEndTheProgram() async {
        for (reason, outcome) in [
            (TerminalEvent.Termination.interrupted, Outcome.interrupted),
            (.terminated, .terminated), (.hungUp, .hungUp),
        ] {
            var player = await Player()
            await player.send(.terminate(reason))
            #expect(player.outcome == outcome)
        }
    }

    @Test func redrawAndSuspendWorkEverywhere() async {
        for script in ["god", "<Esc>", "<Esc>s", "<F1>", "god<Enter>"] {
            var player = await Player()
            await player.play(script, "<C-l>", "<C-z>")
            #expect(player.effects.suffix(2) == [.redraw, .suspend], "\(script)")
            await player.send(.resumed)
            #expect(player.effects.last == .redraw)
        }
    }
}
