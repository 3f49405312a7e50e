import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct HelpTests {
    @Test(arguments: ["?", "<F1>", ":"])
    func helpBeginsWithTheKeysOfWhereOneIs(_ key: String) async {
        var player = await Player()
        await player.play("<Esc>", key)
        #expect(player.state.mode == .help)
        let screen = player.screen
        #expect(screen.contains("In the list"))
        #expect(!screen.contains("In the search bar") || screen.split(separator: "\n").count > 30)
        await player.play("<Esc>")
        #expect(player.state.mode == .list)
    }

    @Test func helpIsThereInEveryPlace() async {
        var player = await Player()
        await player.play("<F1>")
        #expect(player.screen.contains("In the search bar"))
        await player.play("<F1>", "heat", "<Enter>", "?")
        #expect(player.screen.contains("In a detail"))
        await player.play("<Esc>", "h", "s", "?")
        #expect(player.screen.contains("In a menu"))
    }

    @Test func whatIsTypedFiltersTheCommands() async {
        var player = await Player()
        await player.play("<Esc>", "?", "surprise")
        #expect(!player.rows(with: "surprise me: a film at random").isEmpty)
        #expect(player.rows(with: "next row").isEmpty)
        await player.play("<C-u>", "C-d")
        #expect(!player.rows(with: "half a page down").isEmpty)
        await player.play("<C-u>", "no such command")
        #expect(player.rows(with: "half a page").isEmpty)
        await player.play("<Enter>", "<Down>", "<Up>", "<BS>")
        #expect(player.state.mode == .help)
    }

    @Test func enterRunsTheChosenCommand() async {
        var player = await Player()
        await player.play("<Esc>", "?", "sort", "<Enter>")
        guard case .sort = player.state.overlay else {
            Issue.record("the sort menu is not open")
            return
        }
        await player.play("<Esc>", "?", "quit", "<Enter>")
        #expect(player.outcome == .quit)
    }

    @Test func lettersInTheHelpAreText() async {
        var player = await Player()
        await player.play("<Esc>", "?", "q?:jk")
        guard case .help(let help) = player.state.overlay else {
            Issue.record("the help is closed")
            return
        }
        #expect(help.filter.text == "q?:jk")
        #expect(player.outcome == nil)
    }

    @Test func everyBoundCommandIsListedWithAllItsKeys() async {
        let player = await Player(catalog: RemoteStub.index())
        for mode in Mode.allCases {
            let entries = player.state.helpEntries(HelpState(mode: mode))
            for command in KeyMap.standard.commands(in: mode) {
                let keys = KeyMap.standard.keys(for: command, in: mode).map(\.label)
                let isListed = entries.contains { entry in
                    guard case .command(command, let shown, _, mode) = entry else { return false }
                    return keys.allSatisfy(shown.contains)
                }
                #expect(isListed, "\(command) in \(mode)")
            }
        }
    }

    @Test func helpShowsTheKeysThatAreReallyBound() async {
        var bindings = KeyMap.standard.bindings.filter {
            $0.command != .surprise && $0.command != .down
        }
        bindings.append(KeyBinding(mode: .list, keys: [Key("x"), Key("x")], command: .down))
        var player = await Player(keyMap: KeyMap(bindings: bindings))
        await player.play("<Esc>", "?", "next row")
        #expect(player.rows(with: "next row").contains { $0.contains("xx") })
        #expect(!player.rows(with: "next row").contains { $0.contains("C-n") })
        await player.play("<C-u>", "surprise")
        #expect(player.rows(with: "at random").isEmpty)
        await player.play("<Esc>", "x", "x")
        #expect(player.state.browser.results.place.selected == 1)
        await player.play("j")
        #expect(player.state.browser.results.place.selected == 1)
        #expect(!player.rows(with: "No command has this key").isEmpty)
    }

    @Test func hintsShowOnlyKeysThatAreBound() async {
        var player = await Player()
        await player.play("<Esc>")
        #expect(player.rows(with: "filter").contains { $0.contains("f filter") })
        let bindings = KeyMap.standard.bindings.filter { $0.command != .filterMenu }
        var own = await Player(keyMap: KeyMap(bindings: bindings))
        await own.play("<Esc>")
        #expect(!(own.screen.split(separator: "\n").last ?? "").contains("filter"))
    }
}
