internal import CinemaCore
internal import Synchronization

/// What the readers of one catalogue have in common: the columns, once they
/// are read, and the matches of the last few queries, so that a second pass
/// and far pages begin where the first rows ended.
final class SharedMatches: Sendable {
    /// What decides which rows match; the sort does not.
    struct Key: Hashable {
        var text: SearchText
        var typed: String
        var filters: [Filter]

        init(_ query: FilmQuery) {
            text = query.text
            typed = query.typed
            filters = query.filters
        }
    }

    private struct State {
        var columns: FilmColumns?
        var matches = BoundedCache<Key, QueryMatches>(capacity: 6)
    }

    private let state = Mutex(State())

    var columns: FilmColumns? {
        get { state.withLock { $0.columns } }
        set { state.withLock { $0.columns = newValue } }
    }

    func matches(_ key: Key) -> QueryMatches? { state.withLock { $0.matches.value(key) } }

    func insert(_ matches: QueryMatches, for key: Key) {
        state.withLock { $0.matches.insert(matches, for: key) }
    }
}
