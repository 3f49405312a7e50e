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
    public var rescue: Rescue?
    /// Whether the rows belong to `query`: false from a change of the query
    /// to the answer, during which the former rows stay on the screen.
    public var isCurrent = false
    /// Why the query was not answered.
    public var failure: CatalogError?
    /// End was pressed before the number of rows was known.
    var goesToEnd = false

    public init(query: FilmQuery = FilmQuery(), generation: Int = 0) {
        self.query = query
        self.generation = generation
    }

    public var place: ListPlace {
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

    public func total(_ tab: Tab) -> Count {
        switch tab {
        case .films: films.total
        case .people: people.total
        case .genres: genres.total
        }
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
        return start < total(tab).value ? start : nil
    }

    /// The text that the rescued rows match, if there are any.
    var rescuedText: SearchText? { rescue.map { QuerySyntax.searchText($0.shown) } }
}
