internal import CinemaCore

/// A person as an API tells them.
struct PersonRecord: Equatable {
    /// A film of the person: rarely more than its id is told.
    struct FilmEntry: Equatable {
        var id: String
        var title: String?
        var rating: Rating?
        /// Empty where only the person's roles in all films are told.
        var roles: [Role]
    }

    var id: String
    /// A second id that the source tells.
    var otherID: String?
    var name: String
    /// What they did in any film.
    var roles: [Role] = []
    var films: [FilmEntry] = []
}
