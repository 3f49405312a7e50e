/// A sequence of keys that stands for a command in a mode.
public struct KeyBinding: Hashable, Sendable {
    public var mode: Mode
    public var keys: [Key]
    public var command: Command

    public init(mode: Mode, keys: [Key], command: Command) {
        self.mode = mode
        self.keys = keys
        self.command = command
    }

    /// As help and hints show it: `gg`, `C-d`, `↵`.
    public var label: String { keys.map(\.label).joined() }
}

extension Key {
    /// The key as the reader knows it: without the brackets of the notation.
    public var label: String {
        let notation = notation
        guard notation.first == "<", notation.count > 2 else { return notation }
        if self == Key("<") { return "<" }
        return String(notation.dropFirst().dropLast())
    }
}
