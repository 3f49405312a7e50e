/// What of the first rows is waited for.
public enum SearchExtent: Hashable, Sendable {
    /// What comes at once.
    case first
    /// The rows of a rescue as well.
    case rescued
    /// All rows.
    case complete
}
