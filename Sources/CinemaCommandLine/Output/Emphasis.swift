/// How emphasised text begins and ends on a terminal.
public struct Emphasis: Hashable, Sendable {
    public var start: String
    public var end: String

    public init(start: String, end: String) {
        self.start = start
        self.end = end
    }

    /// Bold as every terminal with attributes has it (ECMA-48, SGR).
    public static let bold = Emphasis(start: "\u{1b}[1m", end: "\u{1b}[0m")
}
