/// A genre as another record names it.
public struct GenreReference: Hashable, Sendable {
    public let id: Identifier<Genre>
    public let name: String

    public init(id: Identifier<Genre>, name: String) {
        self.id = id
        self.name = name
    }
}
