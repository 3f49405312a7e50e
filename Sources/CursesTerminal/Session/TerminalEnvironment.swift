import Glibc

/// What the environment says about the terminal, as plain values, so that
/// every decision made from it can be tested.
public struct TerminalEnvironment: Hashable, Sendable {
    public var term: String?
    /// The locale for characters: the first of LC_ALL, LC_CTYPE and LANG that
    /// is not empty (locale(7)).
    public var characterLocale: String?
    /// Whether NO_COLOR is set and not empty (no-color.org).
    public var forbidsColor: Bool
    /// What stands between the program and the terminal's clipboard.
    var carrier: ClipboardSequence.Carrier
    /// How long a lone ESC may still become a sequence, in milliseconds.
    public var escapeDelay: Int

    /// Over a network the bytes of one key may come apart; here they come
    /// together, and Esc need not wait longer than the next one takes.
    static let remoteEscapeDelay = 25
    static let localEscapeDelay = 4

    /// Reads the variables through `value`.
    public init(_ value: (String) -> String?) {
        func nonempty(_ name: String) -> String? {
            value(name).flatMap { $0.isEmpty ? nil : $0 }
        }
        term = nonempty("TERM")
        characterLocale = nonempty("LC_ALL") ?? nonempty("LC_CTYPE") ?? nonempty("LANG")
        forbidsColor = nonempty("NO_COLOR") != nil
        let isInScreen = nonempty("STY") != nil
        carrier = nonempty("TMUX") != nil ? .tmux : isInScreen ? .screen : .none
        let isRemote = nonempty("SSH_CONNECTION") != nil || nonempty("SSH_TTY") != nil
        let delay =
            nonempty("ESCDELAY").flatMap { Int($0) }
            ?? (isRemote ? Self.remoteEscapeDelay : Self.localEscapeDelay)
        // Bounded, so that no setting makes Esc useless.
        escapeDelay = max(0, min(delay, 2_000))
    }

    /// The environment of this process.
    public static var current: TerminalEnvironment {
        TerminalEnvironment { name in
            getenv(name).map { String(cString: $0) }
        }
    }
}
