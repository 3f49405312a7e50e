internal import CinemaCore

/// A query that found next to nothing, and what it found.
struct RescueAttempt {
    let query: FilmQuery
    let allowed: RowSet?
    let asTyped: QueryMatches

    /// The text as typed; its words where the query was not typed at all.
    var typed: String {
        if !query.typed.isEmpty { return query.typed }
        return query.text.words.map(\.joined).joined(separator: " ")
    }

    var foundNothing: Bool {
        asTyped.filmCount == 0 && asTyped.peopleCount == 0 && asTyped.genres.isEmpty
    }
}
