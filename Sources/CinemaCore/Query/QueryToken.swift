/// A piece of query text and what it means.
public struct QueryToken: Hashable, Sendable {
    public enum Meaning: Hashable, Sendable {
        case term(SearchText.Term)
        case exclusion(SearchText.Term)
        case filter(Filter)
        case sort(FilmSort)
        case problem(QueryProblem)
        /// Punctuation without a word.
        case nothing
    }

    public var meaning: Meaning
    /// The characters it takes in the text, from 0.
    public var range: Range<Int>
    /// Whether something follows that ends it: a term that is still being
    /// typed neither filters nor errs in the search bar.
    public var isEnded: Bool

    public init(meaning: Meaning, range: Range<Int>, isEnded: Bool) {
        self.meaning = meaning
        self.range = range
        self.isEnded = isEnded
    }
}
