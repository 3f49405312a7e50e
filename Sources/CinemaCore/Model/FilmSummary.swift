/// What a row of a list needs to know of a film. What is unknown is nil or
/// empty, never zero.
public struct FilmSummary: Hashable, Sendable {
    public var id: Identifier<Film>
    public var title: String
    public var year: Int?
    public var rating: Rating?
    /// How many reviews or votes the rating stands on.
    public var reviews: Int?
    /// `movie`, `tv_show`, …: whatever the catalogue calls it.
    public var type: String?
    /// Running time in minutes.
    public var runtime: Int?
    public var genres: [GenreReference]
    public var directors: [PersonReference]

    public init(
        id: Identifier<Film>, title: String, year: Int? = nil, rating: Rating? = nil,
        reviews: Int? = nil, type: String? = nil, runtime: Int? = nil,
        genres: [GenreReference] = [], directors: [PersonReference] = []
    ) {
        self.id = id
        self.title = title
        self.year = year
        self.rating = rating
        self.reviews = reviews
        self.type = type
        self.runtime = runtime
        self.genres = genres
        self.directors = directors
    }
}
