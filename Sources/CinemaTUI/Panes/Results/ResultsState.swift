public import CinemaCore

/// The lists of a query: films, people and genres, with their places.
public struct ResultsState: Equatable, Sendable {
    public var query: FilmQuery
    public var generation: Int
    public var tab = Tab.films
    public var films = ListWindow<FilmSummary>()
    public var people = ListWindow<PersonSummary>()
    public var genres = ListWindow<GenreSummary>()
    public var filmsPlace = ListPlace()
    public var peoplePlace = ListPlace()
    public var genresPlace = ListPlace()
    /// What was opened lately, above the films of the start page; kept as it
    /// was when the page was made, so that rows do not move under the reader.
    public var recent: [RecentItem] = []
    /// The record of the first film, if it came with the rows.
    public var firstFilm: Film?
    public var facets: FilmFacets?
    /// Whether the rows of a rescue are still missing.
    var awaitsRescue = false
    /// Whether people have to be asked for though they were found.
    var peopleComeApart = false
    public var rescue: Rescue?
    /// Whether the rows belong to `query`: false from a change of the query
    /// to the answer, during which the former rows stay on the screen.
    public var isCurrent = false
    /// Why the query was not answered.
    public var failure: CatalogError?
    /// Films, people and genres fail apart.
    public var partFailures: [Tab: CatalogError] = [:]
    /// Why further rows did not come.
    public var pageFailures: [Tab: CatalogError] = [:]
    /// How often what failed was asked for again since the source, or the
    /// reader, gave hope.
    var retries = 0
    /// Where the rows come from, if not from the whole catalogue.
    public var origin: ResultOrigin?
    public var serverRows = ServerRows()
    public var confirmation = Confirmation.none
    /// What the server added before the rows were there.
    var earlyConfirmation: SearchResults?
    /// Totals and facets that came before the rows.
    var earlyStatistics: SearchStatistics?
    /// The state of the source (`CatalogStatus.revision`) that the rows were
    /// asked from.
    public var revision = 0
    /// Set while the rows are asked for again and stay until they come.
    public var refreshing: Refreshing?
    /// Whether the search is held back until the reader pauses.
    public var waitsForPause = false
    /// Whether totals and facets were asked for.
    var isCounted = false
    /// End was pressed before the number of rows was known, and no key since.
    var goesToEnd = false
    /// How the reader moves through the list that is shown.
    var motion = ListMotion()
    /// Where the rows of the former query stay until those of this one come.
    var held: HeldPlace?

    /// A place among the rows of the former query, with their headings.
    struct HeldPlace: Equatable, Sendable {
        var place: ListPlace
        var headings: [Int]
    }

    /// How far the server's word on locally found rows is.
    public enum Confirmation: Equatable, Sendable {
        case none
        /// It is asked for once the reader pauses.
        case due
        case asked
        case done
        case failed(CatalogError)
    }

    public enum Refreshing: Equatable, Sendable {
        /// The source has news.
        case quietly
        /// The reader wants it and is told how it goes.
        case asked
    }

    public init(query: FilmQuery = FilmQuery(), generation: Int = 0) {
        self.query = query
        self.generation = generation
    }

    public var place: ListPlace {
        get { self[placeOf: tab] }
        set { self[placeOf: tab] = newValue }
    }

    subscript(placeOf tab: Tab) -> ListPlace {
        get {
            switch tab {
            case .films: filmsPlace
            case .people: peoplePlace
            case .genres: genresPlace
            }
        }
        set {
            switch tab {
            case .films: filmsPlace = newValue
            case .people: peoplePlace = newValue
            case .genres: genresPlace = newValue
            }
        }
    }

    /// How many rows the query has, those that only the server has included.
    public func total(_ tab: Tab) -> Count {
        let count = ownTotal(tab)
        return count.isExact ? .exact(count.value + serverRows.count(tab)) : count
    }

    /// How many rows the query has without those of the server.
    func ownTotal(_ tab: Tab) -> Count {
        switch tab {
        case .films: films.total
        case .people: people.total
        case .genres: genres.total
        }
    }

    /// Whether it is not known yet if there are any rows.
    func isUncounted(_ tab: Tab) -> Bool { total(tab) == .atLeast(0) }

    /// Why the list has no rows, or not all of them.
    var listFailure: CatalogError? { failure ?? pageFailures[tab] ?? partFailures[tab] }

    /// All that is missing, and why.
    var failures: [CatalogError] {
        Array(pageFailures.values) + Array(partFailures.values) + (failure.map { [$0] } ?? [])
    }

    /// Whether there are numbers worth showing: those of the query, or, until
    /// they come, of the former one.
    var hasTotals: Bool { isCurrent || Tab.allCases.contains { total($0).value > 0 } }

    /// Lets rows be asked for again that never came.
    mutating func forgetRequests() {
        films.forgetRequests()
        people.forgetRequests()
        genres.forgetRequests()
    }

    /// The item of the tab before which the rescued rows begin.
    public var rescueStart: Int? {
        guard let rescue else { return nil }
        let start =
            switch tab {
            case .films: rescue.filmsAsTyped
            case .people: rescue.peopleAsTyped
            case .genres: rescue.genresAsTyped
            }
        return start < ownTotal(tab).value ? start : nil
    }

    /// The item of the tab before which the server's rows begin. While the
    /// number of rows before them is not known, they have no place.
    public var serverStart: Int? {
        guard ownTotal(tab).isExact, serverRows.count(tab) > 0 else { return nil }
        return leadingItems + ownTotal(tab).value
    }

    /// The text that the rescued rows match, if there are any.
    var rescuedText: SearchText? { rescue.map { QuerySyntax.searchText($0.shown) } }
}
