import CinemaTUI

/// Which terminal type is used, and which one was asked for.
///
/// New terminals name themselves with types that older machines at the other
/// end of an ssh session have never heard of; refusing to start there would
/// help nobody, as nearly all of them understand what xterm does.
public struct TerminalType: Hashable, Sendable {
    /// The type whose description is used.
    public let name: String
    /// What TERM says, where that is not the same; nil where TERM was unset.
    public let requested: String?
    /// Whether `name` stands in for another type.
    public let isFallback: Bool

    /// Chooses the nearest type that is known, or nil where none is.
    init?(requested: String?, isKnown: (String) -> Bool) {
        let wanted = requested.flatMap { $0.isEmpty ? nil : $0 }
        self.requested = wanted
        if let wanted, isKnown(wanted) {
            name = wanted
            isFallback = false
            return
        }
        guard let known = Self.stands(for: wanted).first(where: isKnown) else { return nil }
        name = known
        isFallback = true
    }

    /// One sentence for the reader where the type is not the one asked for.
    public var notice: String? {
        guard isFallback else { return nil }
        guard let requested else { return "TERM is not set; the terminal is taken for \(name)." }
        // From outside, so it may be long and may hold anything.
        let shown = SafeText.visible(String(requested.prefix(40)))
        return "The terminal type \(shown) is not known here; it is taken for \(name)."
    }

    /// Whether it passes over a sequence that it does not know (OSC 52): older
    /// consoles and real terminals print it.
    public var takesCopies: Bool {
        let type = requested ?? name
        return !["linux", "vt", "ansi", "dumb", "cons", "sun", "cygwin", "wy", "Eterm"].contains {
            type.hasPrefix($0)
        }
    }

    /// What may stand for a type, the nearest first.
    private static func stands(for type: String?) -> [String] {
        let common = ["xterm-256color", "xterm", "vt220", "vt100", "ansi", "linux"]
        let families: [(prefix: String, stands: [String])] = [
            ("tmux", ["tmux-256color", "screen-256color", "screen"]),
            ("screen", ["screen-256color", "screen"]),
            ("rxvt", ["rxvt-unicode-256color", "rxvt-unicode", "rxvt"]),
            ("linux", ["linux"]),
            ("vt", ["vt220", "vt100", "ansi"]),
        ]
        guard let type else { return common }
        return (families.first { type.hasPrefix($0.prefix) }?.stands ?? []) + common
    }
}
