public import CinemaCore

/// Everything that can happen to the program.
public enum Action: Equatable, Sendable {
    case start
    case key(Key)
    case paste(String)
    case resize(Size)
    /// A command chosen in the help rather than by its key.
    case command(Command)
    case terminate(TerminalEvent.Termination)
    case resumed

    // Replies. They carry the generation of the query that asked.
    case summary(CatalogSummary)
    case found(SearchResults, generation: Int)
    case counted(SearchStatistics, generation: Int)
    case filmPage(Page<FilmSummary>, generation: Int)
    case peoplePage(Page<PersonSummary>, generation: Int)
    case genrePage(Page<GenreSummary>, generation: Int)
    case searchFailed(CatalogError, generation: Int)
    case pageFailed(CatalogError, Tab, generation: Int)
    case countFailed(CatalogError, generation: Int)
    /// What the server adds to rows that were found without it.
    case confirmed(SearchResults?, generation: Int)
    case confirmFailed(CatalogError, generation: Int)
    case loaded(DetailContent)
    case loadFailed(CatalogError, target: DetailTarget)
    case summaryFailed(CatalogError)
    case surprised(FilmSummary?, generation: Int)
    case inspected(Inspection, generation: Int)
    case inspectFailed(CatalogError, generation: Int)
    /// The catalogue is being made: the share that is done, 0 to 1.
    case preparing(Double)
    case notice(String)
    /// A search has taken so long that the reader should be told.
    case stalled(generation: Int)
    /// The record in the pane has taken that long.
    case loadStalled(DetailTarget)
    /// The source says how it is doing.
    case status(CatalogStatus)
    /// What the source can do.
    case capabilities(CatalogCapabilities)
    /// The reader has paused: what waited for that is due.
    case searchDue(generation: Int)
    case confirmDue(generation: Int)
    case loadDue(DetailTarget)
    /// What is shown may be asked for again, or its progress shown anew.
    case refreshDue
    case retryDue(generation: Int)
    case progressDue
}
