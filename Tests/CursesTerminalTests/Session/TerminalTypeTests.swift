import Testing

@testable import CursesTerminal

@Suite struct TerminalTypeTests {
    private func type(_ requested: String?, known: Set<String>) -> TerminalType? {
        TerminalType(requested: requested) { known.contains($0) }
    }

    private let usual: Set = ["xterm", "xterm-256color", "vt100", "screen", "linux", "dumb"]

    @Test(arguments: ["xterm-256color", "vt100", "dumb"])
    func aKnownTypeIsUsed(requested: String) {
        let type = type(requested, known: usual)
        #expect(type?.name == requested)
        #expect(type?.notice == nil)
    }

    @Test(arguments: ["xterm-ghostty", "xterm-kitty", "alacritty", "foot", "wezterm"])
    func newTerminalsAreTakenForXterm(requested: String) {
        let type = type(requested, known: usual)
        #expect(type?.name == "xterm-256color")
        #expect(
            type?.notice
                == "The terminal type \(requested) is not known here; it is taken for xterm-256color."
        )
    }

    @Test func theNearestOfTheFamilyComesFirst() {
        #expect(type("tmux-direct", known: usual)?.name == "screen")
        #expect(type("screen.xterm-new", known: usual)?.name == "screen")
        #expect(type("vt420", known: usual)?.name == "vt100")
        #expect(type("linux-16color", known: usual)?.name == "linux")
    }

    @Test func lessIsTakenWhereThereIsLess() {
        #expect(type("xterm-kitty", known: ["xterm"])?.name == "xterm")
        #expect(type("xterm-kitty", known: ["vt100"])?.name == "vt100")
        #expect(type("xterm-kitty", known: []) == nil)
    }

    @Test(arguments: [nil, ""])
    func anUnsetTypeIsSaidToBeUnset(requested: String?) {
        let type = type(requested, known: usual)
        #expect(type?.name == "xterm-256color")
        #expect(type?.notice == "TERM is not set; the terminal is taken for xterm-256color.")
    }

    @Test func theNoticeIsSafeToShow() {
        let notice = type("\u{1b}[31m" + String(repeating: "x", count: 500), known: usual)?.notice
        #expect(notice?.contains("\u{1b}") == false)
        #expect((notice?.count ?? 0) < 120)
    }
}
