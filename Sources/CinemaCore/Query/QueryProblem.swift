/// A term of a query that makes no sense: what was typed, and what would.
public struct QueryProblem: Error, Hashable, Sendable {
    /// The term as typed: `year:old`.
    public var term: String
    /// One sentence for the reader.
    public var sentence: String

    public init(term: String, sentence: String) {
        self.term = term
        self.sentence = sentence
    }
}
