/// The first rows that a query finds: films, people and genres.
public struct SearchResults: Hashable, Sendable {
    public var films: Page<FilmSummary>
    public var people: Page<PersonSummary>
    public var genres: Page<GenreSummary>
    public var rescue: Rescue?

    public init(
        films: Page<FilmSummary> = Page(), people: Page<PersonSummary> = Page(),
        genres: Page<GenreSummary> = Page(), rescue: Rescue? = nil
    ) {
        self.films = films
        self.people = people
        self.genres = genres
        self.rescue = rescue
    }
}
