internal import CinemaCore
internal import Synchronization

/// What the readers of one catalogue have in common: the columns and genres,
/// once they are read, the rows of the last words and filters, and the matches
/// of the last few queries, so that a second pass and far pages begin where
/// the first rows ended.
///
/// Bounded in bytes too, because at a million films a set of rows has 125 KB;
/// but for the genres, which are few wherever they are genres.
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
        var columns = KnownColumns()
        var genreFilms: [RowSet]?
        var sets = BoundedCache<CatalogDatabase.SetKey, RowSet>(capacity: 64, mostBytes: 4 << 20)
        var filters = BoundedCache<Filter, RowSet>(capacity: 16, mostBytes: 3 << 19)
        var matches = BoundedCache<Key, QueryMatches>(capacity: 6, mostBytes: 4 << 20)
    }

    private let state = Mutex(State())

    var columns: KnownColumns { state.withLock { $0.columns } }

    /// Keeps a column that a reader has just read.
    func insert<Column: Sendable>(
        _ column: Column, at place: WritableKeyPath<KnownColumns, Column?>
    ) {
        state.withLock { $0.columns[keyPath: place] = column }
    }

    /// The films of every genre, by row from 1, at index 0 the first.
    var genreFilms: [RowSet]? {
        get { state.withLock { $0.genreFilms } }
        set { state.withLock { $0.genreFilms = newValue } }
    }

    func rows(_ key: CatalogDatabase.SetKey) -> RowSet? {
        state.withLock { $0.sets.value(key) }
    }

    func insert(_ rows: RowSet, for key: CatalogDatabase.SetKey) {
        state.withLock { $0.sets.insert(rows, for: key, bytes: rows.bytes) }
    }

    func rows(_ filter: Filter) -> RowSet? { state.withLock { $0.filters.value(filter) } }

    func insert(_ rows: RowSet, for filter: Filter) {
        state.withLock { $0.filters.insert(rows, for: filter, bytes: rows.bytes) }
    }

    func matches(_ key: Key) -> QueryMatches? { state.withLock { $0.matches.value(key) } }

    func insert(_ matches: QueryMatches, for key: Key) {
        state.withLock { $0.matches.insert(matches, for: key, bytes: matches.bytes) }
    }
}
