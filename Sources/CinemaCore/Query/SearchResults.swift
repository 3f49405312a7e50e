/// The first rows that a query finds: films, people and genres.
public struct SearchResults: Hashable, Sendable {
    public var films: Page<FilmSummary>
    public var people: Page<PersonSummary>
    public var genres: Page<GenreSummary>
    /// Whether the rows of people have to be asked for (`people`), because they
    /// would have held up the films. Their total is told as far as it is known.
    public var peopleComeApart = false
    public var rescue: Rescue?
    /// Whether rows of a rescue have to be asked for (`rescuedSearch`), because
    /// they would have held up those that were found as typed.
    public var rescueComesApart = false
    /// The record of the first film, if the catalogue has it at hand: it spares
    /// the screen a second question for what it shows beside the list.
    public var firstFilm: Film?
    /// Nil where the rows are those of the whole catalogue.
    public var origin: ResultOrigin?
    /// Why a part is missing: films, people and genres fail apart. A failed
    /// part has no rows.
    public var filmsFailure: CatalogError?
    public var peopleFailure: CatalogError?
    public var genresFailure: CatalogError?

    public init(
        films: Page<FilmSummary> = Page(), people: Page<PersonSummary> = Page(),
        genres: Page<GenreSummary> = Page(), rescue: Rescue? = nil, firstFilm: Film? = nil,
        origin: ResultOrigin? = nil, filmsFailure: CatalogError? = nil,
        peopleFailure: CatalogError? = nil, genresFailure: CatalogError? = nil
    ) {
        self.films = films
        self.people = people
        self.genres = genres
        self.rescue = rescue
        self.firstFilm = firstFilm
        self.origin = origin
        self.filmsFailure = filmsFailure
        self.peopleFailure = peopleFailure
        self.genresFailure = genresFailure
    }
}
