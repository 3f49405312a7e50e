/// What a row of a list needs to know of a person.
public struct PersonSummary: Hashable, Sendable {
    public var id: Identifier<Person>
    public var name: String
    /// How many films they took part in.
    public var films: Int
    /// What they did, in the order of `Role.billing`.
    public var roles: [Role]
    /// Their best known film.
    public var knownFor: String?

    public init(
        id: Identifier<Person>, name: String, films: Int, roles: [Role], knownFor: String? = nil
    ) {
        self.id = id
        self.name = name
        self.films = films
        self.roles = roles
        self.knownFor = knownFor
    }
}
