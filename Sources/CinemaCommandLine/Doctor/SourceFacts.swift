public import CinemaClient
public import CinemaCore

/// How the source that is in use is doing.
public enum SourceFacts: Sendable {
    /// A catalogue on this machine, with what it holds.
    case local(name: String, Result<CatalogSummary, CatalogError>)
    case remote(RemoteReport)
    /// It cannot even be said what is meant.
    case unusable(CatalogError)
}
