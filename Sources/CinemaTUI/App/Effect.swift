public import CinemaCore

/// Everything that the program can ask for, as data.
public enum Effect: Equatable, Sendable {
    case summarize
    case search(FilmQuery, count: Int, SearchExtent, generation: Int)
    case count(FilmQuery, generation: Int)
    case films(FilmQuery, PageRequest, generation: Int)
    case people(FilmQuery, PageRequest, generation: Int)
    case genres(FilmQuery, PageRequest, generation: Int)
    /// Drops rows that were asked for and are not needed any more: their place
    /// has been left.
    case dropPages([PageRequest], Tab)
    /// What the server adds to rows that were found without it.
    case confirm(FilmQuery, count: Int, generation: Int)
    case load(DetailTarget)
    /// Drops the record that is being loaded.
    case cancelLoad
    case surprise(FilmQuery, generation: Int)
    case inspect(InspectionSubject, generation: Int)
    /// Drops what was asked about a row or a list.
    case cancelInspection
    /// Hands text to the terminal's clipboard.
    case copy(String)
    /// Drops what was asked for earlier queries.
    case cancelSearches
    /// An action at a later time; one of a name replaces the last of that name.
    case wake(name: WakeName, afterMilliseconds: Int, Action)
    case cancelWake(name: WakeName)
    case rememberQuery(String)
    case rememberViewed(RecentItem)
    case redraw
    case suspend
    case quit(Outcome)

    public enum WakeName: Hashable, Sendable {
        /// A search, or the loading of a record, has taken long.
        case stalled, loadStalled
        /// The reader has paused.
        case search, confirm, load
        /// Something may be shown anew that should not change often.
        case refresh, progress
        /// Rows failed though the source is there.
        case retry
    }
}
