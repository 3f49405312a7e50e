public import CinemaCore

/// A menu: the chosen entry, the first visible row, and the genres and decades
/// that it offered when it was opened. Those stay in place while their counts
/// change under the reader's choices.
public struct MenuState: Equatable, Sendable {
    public var selected = 0
    public var top = 0
    public var genres: [GenreReference] = []
    public var decades: [Int] = []

    public init() {}
}
