import CinemaCore

/// The queries of the budgets, typed letter by letter.
enum TypedScripts {
    static let queries = [
        "godfather", "star wars", "drama", "pacino", "s", "the m", "leon", "love st", "amelie",
        "1994", "coppola", "terminatr",
    ]

    /// What is in the search bar after each key.
    static let keys: [FilmQuery] = queries.flatMap { query in
        (1...query.count).map { FilmQuery(String(query.prefix($0))) }
    }
}
