/// A person of a film, with everything they did in it.
public struct Credit: Hashable, Sendable {
    public var person: PersonReference
    public var roles: [Role]

    public init(person: PersonReference, roles: [Role]) {
        self.person = person
        self.roles = roles
    }
}
