/// A person with their films.
public struct Person: Hashable, Sendable {
    public var summary: PersonSummary
    /// Newest first, films without a year last.
    public var filmography: [FilmographyEntry]

    public init(summary: PersonSummary, filmography: [FilmographyEntry]) {
        self.summary = summary
        self.filmography = filmography
    }

    public var id: Identifier<Person> { summary.id }
    public var name: String { summary.name }

    /// The films in which they had a role, in the order of the filmography.
    public func films(as role: Role) -> [FilmSummary] {
        filmography.filter { $0.roles.contains(role) }.map(\.film)
    }
}
