internal import CNCurses

/// The character set in force: how bytes become characters, and what stands
/// for characters that it lacks.
struct TerminalCharset {
    let decoder: CharacterDecoder
    /// Nil where every character can be shown.
    let fallback: CharsetFallback?

    /// Sets the locale of the process for characters (setlocale(3)); ncurses
    /// writes by it.
    init(_ locale: TextLocale) {
        switch locale {
        case .unicode where cncurses_set_locale("C.UTF-8") != nil:
            decoder = .utf8
            fallback = nil
        case .charset(let name) where cncurses_set_locale(name) != nil:
            decoder = CharacterDecoder { bytes in
                switch cncurses_decode(bytes, bytes.count) {
                case -2: .incomplete
                case let value where value >= 0:
                    Unicode.Scalar(UInt32(value)).map { .scalar($0) } ?? .invalid
                default: .invalid
                }
            }
            fallback = CharsetFallback { scalar in cncurses_encodes(scalar.value) }
        default:
            _ = cncurses_set_locale("C")
            // The terminal behind an unset LANG is most likely a UTF-8 one:
            // what it sends can be understood, if not shown.
            decoder = .utf8
            fallback = .ascii
        }
    }
}

extension TextLocale {
    /// Decides by the locales of this machine.
    init(named name: String?) {
        self.init(named: name) { locale in
            cncurses_set_locale(locale).map { String(cString: $0) }
        }
    }
}
