internal import CinemaCore

/// What an index may hold by its name.
enum IndexNameWords {
    enum Kind: CaseIterable, Hashable, Sendable {
        case films, people, genres
    }

    private static let words: [(kind: Kind, words: [String])] = [
        (
            .films,
            [
                "movies", "movie", "films", "film", "filmworks", "filmwork", "shows", "show",
                "titles", "title", "series", "videos", "kino", "filmy",
            ]
        ),
        (
            .people,
            ["persons", "person", "people", "actors", "actor", "personas", "celebrities", "names"]
        ),
        (.genres, ["genres", "genre", "categories", "category", "ganres"]),
    ]

    /// What the name speaks of, and how surely, from 1 to 3; nil for neither.
    /// Versions, dates and what stands before them count for nothing:
    /// `prod-movies_v2-2024.01`.
    static func kind(of name: String) -> (kind: Kind, rank: Int)? {
        let parts = name.lowercased().split { !$0.isLetter }.map(String.init)
        // `film_genres` are genres: the last word is the noun.
        for part in parts.reversed() where part.count > 2 {
            for (kind, words) in words where words.contains(part) {
                return (kind, part == name ? 3 : 2)
            }
        }
        for part in parts.reversed() where part.count > 4 {
            for (kind, words) in words {
                for word in words where isNear(part, word) { return (kind, 1) }
            }
        }
        return nil
    }

    private static func isNear(_ part: String, _ word: String) -> Bool {
        guard word.count > 4 else { return false }
        if part.hasPrefix(word) { return true }
        let limit = EditDistance.tolerance(for: word)
        return limit > 0 && EditDistance.between(part, word, limit: limit) != nil
    }
}
