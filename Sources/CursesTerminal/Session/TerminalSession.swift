internal import CNCurses
public import CinemaTUI

/// A terminal that has been taken over: its screen, its keys and the way back.
///
/// Used from the terminal's thread only, and one in a process.
public final class TerminalSession {
    public let screen: CursesScreen
    /// What the terminal can show, for the program to draw by.
    public let traits: ScreenTraits
    /// The terminal's type; its `notice` is to be shown to the reader.
    public let type: TerminalType

    let input: TerminalInput

    private init(
        screen: CursesScreen, traits: ScreenTraits, type: TerminalType, input: TerminalInput
    ) {
        self.screen = screen
        self.traits = traits
        self.type = type
        self.input = input
    }

    deinit { leave() }

    /// Takes the terminal over: raw mode and a screen of its own, which shows
    /// with the first frame. Throws before anything of it has been changed.
    ///
    /// From here on it is given back on every way out: `leave()`, exit(3) and
    /// crashes; signals are the loop's.
    public static func enter(
        _ environment: TerminalEnvironment = .current
    ) throws(TerminalError) -> TerminalSession {
        let device = try TerminalDevice()
        let charset = TerminalCharset(TextLocale(named: environment.characterLocale))
        guard let type = TerminalType(loading: environment.term) else {
            throw .noDescription(type: environment.term ?? "")
        }
        guard cncurses_string("cup") != nil else { throw .cannotAddressCursor(type: type.name) }
        let renderer = try CursesRenderer(
            type: type, allowsColor: !environment.forbidsColor, charset: charset.fallback)
        let screen = CursesScreen(
            device: device, renderer: renderer,
            modes: TerminalModes(device: device, undo: renderer.undo),
            clipboard: type.takesCopies ? environment.carrier : nil)
        let decoder = KeyDecoder(
            characters: charset.decoder, sequences: KeySequences(capability: capability))
        let input = TerminalInput(
            device: device, decoder: decoder, escapeDelay: environment.escapeDelay)
        screen.enter()
        return TerminalSession(
            screen: screen,
            traits: ScreenTraits(
                hasColor: renderer.hasColor, takesCopies: type.takesCopies),
            type: type, input: input)
    }

    /// Gives the terminal back as it was found, then lets stderr through.
    /// Does nothing the second time.
    public func leave() { screen.leave() }

    private static func capability(_ name: String) -> String? {
        cncurses_string(name).map { String(cString: $0) }
    }
}
