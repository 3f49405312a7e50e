import CinemaTUI

/// Where a command prints, and what can be shown there.
public struct Console: Sendable {
    /// Standard output: rows and pages.
    public var output: OutputWriter
    /// Standard error: what is to be said besides.
    public var messages: OutputWriter
    /// Whether standard output is a terminal.
    public var isTerminal: Bool
    /// Whether standard error is a terminal that may show motion.
    public var showsProgress: Bool
    /// The columns of a line for the eye.
    public var width: Int
    /// How emphasis is written, nil where it cannot be shown.
    public var emphasis: Emphasis?
    /// Replaces what the charset of the locale does not have; nil where it
    /// has everything.
    public var transliteration: (@Sendable (String) -> String)?

    public init(
        output: OutputWriter, messages: OutputWriter, isTerminal: Bool = false,
        showsProgress: Bool = false, width: Int = 80, emphasis: Emphasis? = nil,
        transliteration: (@Sendable (String) -> String)? = nil
    ) {
        self.output = output
        self.messages = messages
        self.isTerminal = isTerminal
        self.showsProgress = showsProgress
        self.width = width
        self.emphasis = emphasis
        self.transliteration = transliteration
    }

    /// Text in the charset of the locale. Text is passed through before it is
    /// measured, because a letter may need two.
    public func shown(_ text: String) -> String { transliteration?(text) ?? text }

    /// Prints a line whose texts have been made safe.
    public func print(_ line: String) throws(OutputFailure) { try output.line(shown(line)) }

    /// Says a sentence on standard error, at once, behind what was printed.
    ///
    /// Standard error that cannot be written to is no reason to fail.
    public func say(_ sentence: String) {
        try? output.flush()
        try? messages.line(shown(SafeText.visible(sentence)))
        try? messages.flush()
    }
}
