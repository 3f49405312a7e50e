internal import CNCurses
public import CinemaTUI
internal import Glibc

/// What the terminal and the locale are like, without opening a screen.
public struct TerminalInspection: Hashable, Sendable {
    /// The terminal type whose description would be used; nil where none is
    /// known on this machine.
    public var type: TerminalType?
    public var colors: Int
    /// Nil where standard output is no terminal.
    public var size: Size?
    /// `UTF-8`, another character set, or `ASCII`.
    public var charset: String

    /// Looks; sets the locale of the process (setlocale(3)).
    public init(_ environment: TerminalEnvironment = .current) {
        type = TerminalType(loading: environment.term)
        colors = type == nil ? 0 : max(0, Int(cncurses_number("colors")))
        if environment.forbidsColor { colors = 0 }
        var window = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 {
            size = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
        }
        switch TextLocale(named: environment.characterLocale) {
        case .unicode: charset = "UTF-8"
        case .charset(let locale):
            charset = cncurses_set_locale(locale).map { String(cString: $0) } ?? locale
        case .ascii: charset = "ASCII"
        }
    }
}
