public import CinemaCore

/// A term of the query that has left the text and stands beside it.
public enum Chip: Equatable, Sendable {
    case filter(Filter)
    /// A term that makes no sense: shown in red, not applied.
    case problem(QueryProblem)

    /// The term as it goes back into the text.
    public var queryText: String {
        switch self {
        case .filter(let filter): filter.queryText
        case .problem(let problem): problem.term
        }
    }
}
