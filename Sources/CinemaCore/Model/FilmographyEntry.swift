/// A film of a person, with what they did in it.
public struct FilmographyEntry: Hashable, Sendable {
    public var film: FilmSummary
    public var roles: [Role]

    public init(film: FilmSummary, roles: [Role]) {
        self.film = film
        self.roles = roles
    }
}
