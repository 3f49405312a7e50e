/// The help: a filter text, the chosen entry, the first visible row, and the
/// mode that it was opened from, whose keys come first.
public struct HelpState: Equatable, Sendable {
    public var filter = TextField()
    public var selected = 0
    public var top = 0
    public var mode: Mode

    public init(mode: Mode) { self.mode = mode }
}
