public import CinemaCore

/// Rows that the server found for a query and the local copy did not have;
/// they stand behind the local ones.
public struct ServerRows: Equatable, Sendable {
    public var films: [FilmSummary] = []
    public var people: [PersonSummary] = []
    public var genres: [GenreSummary] = []

    public init() {}

    func count(_ tab: Tab) -> Int {
        switch tab {
        case .films: films.count
        case .people: people.count
        case .genres: genres.count
        }
    }
}
