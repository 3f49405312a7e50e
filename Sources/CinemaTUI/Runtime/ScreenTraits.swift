/// What a terminal can show; part of the program's state, so that `view` can
/// decide by it.
public struct ScreenTraits: Hashable, Sendable {
    /// Whether colour may be used (the terminal has it and NO_COLOR is unset);
    /// bold, reverse and underline are used either way.
    public var hasColor: Bool

    /// Whether text may be handed to the terminal's clipboard: whether the
    /// terminal at least passes over what it does not know (OSC 52).
    public var takesCopies: Bool

    public init(hasColor: Bool = true, takesCopies: Bool = true) {
        self.hasColor = hasColor
        self.takesCopies = takesCopies
    }
}
