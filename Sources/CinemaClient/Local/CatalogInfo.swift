/// What a catalogue file tells of itself.
public struct CatalogInfo: Hashable, Sendable {
    public var path: String
    public var films: Int
    public var people: Int
    public var genres: Int
    public var schemaVersion: Int
    public var bytes: Int64
    /// When it was made, in seconds since 1970.
    public var modified: Int64
    /// Where its films come from, in words.
    public var provenance: String
}
