internal import CinemaCore

/// One document of an answer.
struct IndexHit: Equatable, Sendable {
    /// `_id`.
    var documentID: String
    /// `_index`.
    var index: String
    /// Nil where it is no film.
    var film: FilmRecord?
    /// A person or a genre, where it is one.
    var entity: EntityRecord?
    /// The document's values that the sort looked at, for `search_after`.
    var sort: [SearchJSON] = []
    /// What could not be read of it.
    var problems: [String] = []
}
