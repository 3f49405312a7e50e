/// How a query that found next to nothing was helped.
public struct Rescue: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Typed under the other keyboard layout: `ыефк` for `star`.
        case keyboardLayout
        /// Written in the other alphabet: `пачино` for `pacino`.
        case transliteration
        /// Misspelt: `terminatr` for `terminator`.
        case spelling
    }

    public var kind: Kind
    /// The text as typed.
    public var typed: String
    /// The text that the added rows match.
    public var shown: String
    /// How many rows match as typed; the rescued ones stand behind them.
    public var filmsAsTyped: Int
    public var peopleAsTyped: Int
    public var genresAsTyped: Int

    public init(
        kind: Kind, typed: String, shown: String, filmsAsTyped: Int = 0, peopleAsTyped: Int = 0,
        genresAsTyped: Int = 0
    ) {
        self.kind = kind
        self.typed = typed
        self.shown = shown
        self.filmsAsTyped = filmsAsTyped
        self.peopleAsTyped = peopleAsTyped
        self.genresAsTyped = genresAsTyped
    }

    /// With fewer rows than this in films, people and genres together, a
    /// query is rescued.
    public static let threshold = 5
}
