/// How lines of output are fitted to the reader's character set.
public enum LineCharset {
    /// What to pass every line through before it is printed; nil where the
    /// locale shows every character. Sets the locale of the process
    /// (setlocale(3)).
    public static func fallback(
        _ environment: TerminalEnvironment = .current
    ) -> (@Sendable (String) -> String)? {
        guard
            let fallback = TerminalCharset(TextLocale(named: environment.characterLocale)).fallback
        else { return nil }
        return { line in
            if line.utf8.allSatisfy({ $0 < 0x80 }) { return line }
            var shown = String.UnicodeScalarView()
            for scalar in line.unicodeScalars { shown.append(fallback.shown(scalar)) }
            return String(shown)
        }
    }
}
