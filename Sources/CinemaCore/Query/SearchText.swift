/// The free text of a query: words, phrases and exclusions, folded.
public struct SearchText: Hashable, Sendable {
    public enum Term: Hashable, Sendable {
        case word(FoldedWord)
        case phrase([FoldedWord])

        /// The folded words of the term, in order.
        public var words: [FoldedWord] {
            switch self {
            case .word(let word): [word]
            case .phrase(let words): words
            }
        }
    }

    /// What has to be there, in the order typed.
    public var terms: [Term]
    /// What must not be there.
    public var exclusions: [Term]
    /// Whether the last term is a word that may still be growing: it is then
    /// matched as a prefix.
    public var endsInPrefix: Bool
    /// A text without letters and digits ("$"), which titles hold literally.
    public var literal: String?

    public init(
        terms: [Term] = [], exclusions: [Term] = [], endsInPrefix: Bool = false,
        literal: String? = nil
    ) {
        self.terms = terms
        self.exclusions = exclusions
        self.endsInPrefix = endsInPrefix
        self.literal = literal
    }

    public static let empty = SearchText()

    public var isEmpty: Bool { terms.isEmpty && exclusions.isEmpty && literal == nil }
}
