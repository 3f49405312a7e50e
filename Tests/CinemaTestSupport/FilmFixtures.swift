public import CinemaCore

/// A handful of films that tests know by heart.
public enum FilmFixtures {
    public static func person(_ name: String) -> PersonReference {
        PersonReference(id: Identifier("person-\(name)"), name: name)
    }

    public static func genre(_ name: String) -> GenreReference {
        GenreReference(id: Identifier("genre-\(name)"), name: name)
    }

    public static func film(
        _ title: String, _ year: Int?, _ rating: Double?, reviews: Int? = 50, runtime: Int? = 120,
        genres: [String] = [], directors: [String] = [], writers: [String] = [],
        cast: [String] = [], countries: [String] = ["United States"], description: String? = nil
    ) -> Film {
        let year = year
        let summary = FilmSummary(
            id: Identifier("film-\(title)-\(year ?? 0)-\(directors.first ?? "")"), title: title,
            year: year, rating: rating.flatMap { Rating($0) }, reviews: reviews, type: "movie",
            runtime: runtime, genres: genres.map(genre), directors: directors.map(person))
        var credits: [Credit] = []
        for (names, role) in [
            (directors, Role.director), (writers, Role.writer), (cast, Role.actor),
        ] {
            for name in names {
                if let index = credits.firstIndex(where: { $0.person.name == name }) {
                    credits[index].roles.append(role)
                } else {
                    credits.append(Credit(person: person(name), roles: [role]))
                }
            }
        }
        return Film(
            summary: summary, description: description, countries: countries,
            languages: ["English"], credits: credits)
    }

    public static let films: [Film] = [
        film(
            "The Godfather", 1972, 9.3, reviews: 81, runtime: 175, genres: ["Crime", "Drama"],
            directors: ["Francis Ford Coppola"], writers: ["Francis Ford Coppola", "Mario Puzo"],
            cast: ["Al Pacino", "Diane Keaton", "James Caan", "Marlon Brando", "Robert Duvall"]),
        film(
            "The Godfather Part II", 1974, 9.4, reviews: 66, runtime: 202,
            genres: ["Crime", "Drama"], directors: ["Francis Ford Coppola"],
            writers: ["Francis Ford Coppola", "Mario Puzo"],
            cast: ["Al Pacino", "Diane Keaton", "Robert De Niro", "Robert Duvall"]),
        film(
            "Heat", 1995, 8.3, reviews: 80, runtime: 170, genres: ["Action", "Crime"],
            directors: ["Michael Mann"], writers: ["Michael Mann"],
            cast: ["Al Pacino", "Robert De Niro", "Val Kilmer"]),
        film(
            "Star Wars: Episode IV – A New Hope", 1977, 8.8, reviews: 90, runtime: 121,
            genres: ["Action", "Adventure", "Sci-Fi"], directors: ["George Lucas"],
            writers: ["George Lucas"], cast: ["Alec Guinness", "Carrie Fisher", "Harrison Ford"]),
        film(
            "Léon: The Professional", 1994, 7.6, reviews: 60, runtime: 110, genres: ["Crime"],
            directors: ["Luc Besson"], writers: ["Luc Besson"],
            cast: ["Gary Oldman", "Jean Reno", "Natalie Portman"], countries: ["France"]),
        film("Hamlet", 1948, 8.4, reviews: 20, directors: ["Laurence Olivier"]),
        film("Hamlet", 1996, 7.9, reviews: 45, directors: ["Kenneth Branagh"]),
        film("七人の侍", 1954, 8.9, reviews: 55, directors: ["黒澤明"], countries: ["Japan"]),
        film("Nobody Knows This One", nil, nil, reviews: nil, runtime: nil, countries: []),
    ]
}
