/// A film with all that its catalogue knows of it.
public struct Film: Hashable, Sendable {
    public var summary: FilmSummary
    public var description: String?
    /// The day it was first shown, as `YYYY-MM-DD`.
    public var released: String?
    public var countries: [String]
    public var languages: [String]
    /// Everybody who took part, directors first, each once.
    public var credits: [Credit]
    /// Prizes in one sentence.
    public var awards: String?
    /// Metacritic's score, 0 to 100.
    public var metacritic: Int?
    /// The share of favourable reviews, 0 to 100.
    public var tomatometer: Int?
    /// Gross takings in US dollars.
    public var boxOffice: Int?
    /// The id at the Internet Movie Database, `tt0068646`.
    public var imdb: String?

    public init(
        summary: FilmSummary, description: String? = nil, released: String? = nil,
        countries: [String] = [], languages: [String] = [], credits: [Credit] = [],
        awards: String? = nil, metacritic: Int? = nil, tomatometer: Int? = nil,
        boxOffice: Int? = nil, imdb: String? = nil
    ) {
        self.summary = summary
        self.description = description
        self.released = released
        self.countries = countries
        self.languages = languages
        self.credits = credits
        self.awards = awards
        self.metacritic = metacritic
        self.tomatometer = tomatometer
        self.boxOffice = boxOffice
        self.imdb = imdb
    }

    public var id: Identifier<Film> { summary.id }
    public var title: String { summary.title }

    /// The people of one role, in the catalogue's order.
    public func people(_ role: Role) -> [PersonReference] {
        credits.filter { $0.roles.contains(role) }.map(\.person)
    }
}
