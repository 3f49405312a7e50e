/// How the films of a result spread over genres, decades and ratings.
public struct FilmFacets: Hashable, Sendable {
    public struct GenreCount: Hashable, Sendable {
        public var genre: GenreReference
        public var films: Int

        public init(genre: GenreReference, films: Int) {
            self.genre = genre
            self.films = films
        }
    }

    public struct DecadeCount: Hashable, Sendable {
        /// The first year of the decade: 1970.
        public var decade: Int
        public var films: Int

        public init(decade: Int, films: Int) {
            self.decade = decade
            self.films = films
        }
    }

    /// Genres with at least one film, most films first, then by name.
    public var genres: [GenreCount]
    /// Decades with at least one film, oldest first.
    public var decades: [DecadeCount]
    /// Eleven counts: the films whose rating begins with 0, 1, … 9, and 10.
    public var ratings: [Int]

    public init(
        genres: [GenreCount] = [], decades: [DecadeCount] = [],
        ratings: [Int] = Array(repeating: 0, count: 11)
    ) {
        self.genres = genres
        self.decades = decades
        self.ratings = ratings
    }
}
