import Glibc

extension Console {
    /// The console of this process.
    ///
    /// `transliteration` is what the charset of the locale asks for, see the
    /// property.
    public static func process(
        environment: [String: String], transliteration: (@Sendable (String) -> String)? = nil
    ) -> Console {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let isPlain = ["", "dumb"].contains(environment["TERM", default: ""])
        return Console(
            output: OutputWriter(FileDescriptorSink(descriptor: STDOUT_FILENO)),
            messages: OutputWriter(FileDescriptorSink(descriptor: STDERR_FILENO)),
            isTerminal: isTerminal,
            showsProgress: isatty(STDERR_FILENO) == 1 && !isPlain
                && environment["NO_MOTION", default: ""].isEmpty,
            width: isTerminal
                ? terminalColumns() ?? 80 : columns(environment["COLUMNS"]) ?? 80,
            emphasis: isTerminal && !isPlain ? .bold : nil, transliteration: transliteration)
    }

    /// The width that the terminal itself tells: `COLUMNS` of a shell may be
    /// that of another window.
    private static func terminalColumns() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    private static func columns(_ text: String?) -> Int? {
        guard let text, let columns = Int(text), (1...10_000).contains(columns) else { return nil }
        return columns
    }
}
