import CinemaCore

extension Film {
    static func named(
        _ title: String, id: String? = nil, year: Int? = nil, rating: Int? = nil,
        directors: [String] = [], genres: [String] = []
    ) -> Film {
        Film(
            summary: FilmSummary(
                id: Identifier(id ?? title), title: title, year: year,
                rating: rating.flatMap(Rating.init(tenths:)),
                genres: genres.map { GenreReference(id: Identifier($0), name: $0) },
                directors: directors.map { PersonReference(id: Identifier($0), name: $0) }))
    }

    static let newHope = Film.named(
        "Star Wars: Episode IV – A New Hope", id: "f1", year: 1977, rating: 86,
        directors: ["George Lucas"], genres: ["Action", "Sci-Fi"])
    static let empire = Film.named(
        "Star Wars: Episode V – The Empire Strikes Back", id: "f2", year: 1980, rating: 87,
        directors: ["Irvin Kershner"], genres: ["Action", "Sci-Fi"])
    static let starIsBorn = Film.named(
        "A Star Is Born", id: "f3", rating: 76, directors: ["Bradley Cooper"], genres: ["Drama"])

    static let stars = [newHope, empire, starIsBorn]
}
