import CinemaCore

/// One place in the program: a query with its lists and the record beside
/// them. History keeps whole places, so that going back shows the same rows.
public struct Browser: Equatable, Sendable {
    public var search: SearchState
    public var results: ResultsState
    public var detail = DetailState()
    public var focus = Focus.search
    /// Whether the pane shows the selected row; false after walking through a
    /// door, until the list is used again.
    public var paneFollows = true
    /// Whether something was opened or asked for here: the next change of the
    /// query then leaves this place behind in the history.
    public var isVisited = false

    public init(search: SearchState = SearchState()) {
        self.search = search
        results = ResultsState(query: search.query)
    }
}
