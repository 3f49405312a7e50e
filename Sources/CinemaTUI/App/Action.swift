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
    case loaded(DetailContent)
    case loadFailed(CatalogError, target: DetailTarget)
    case surprised(FilmSummary?, generation: Int)
    /// The catalogue is being made: the share that is done, 0 to 1.
    case preparing(Double)
    case notice(String)
    /// A search has taken so long that the reader should be told.
    case stalled(generation: Int)
}
