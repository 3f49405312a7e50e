/// What a row of a list needs to know of a genre.
public struct GenreSummary: Hashable, Sendable {
    public var id: Identifier<Genre>
    public var name: String
    /// How many films belong to it.
    public var films: Int

    public init(id: Identifier<Genre>, name: String, films: Int) {
        self.id = id
        self.name = name
        self.films = films
    }
}
