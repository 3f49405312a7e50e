/// A person as another record names them.
public struct PersonReference: Hashable, Sendable {
    public let id: Identifier<Person>
    public let name: String

    public init(id: Identifier<Person>, name: String) {
        self.id = id
        self.name = name
    }
}
