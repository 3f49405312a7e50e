/// The first rows that a query finds: films, people and genres.
public struct SearchResults: Hashable, Sendable {
    public var films: Page<FilmSummary>
    public var people: Page<PersonSummary>
    public var genres: Page<GenreSummary>
    public var rescue: Rescue?
    /// The record of the first film, if the catalogue has it at hand: it spares
    /// the screen a second question for what it shows beside the list.
    public var firstFilm: Film?

    public init(
        films: Page<FilmSummary> = Page(), people: Page<PersonSummary> = Page(),
        genres: Page<GenreSummary> = Page(), rescue: Rescue? = nil, firstFilm: Film? = nil
    ) {
        self.films = films
        self.people = people
        self.genres = genres
        self.rescue = rescue
        self.firstFilm = firstFilm
    }
}
