/// What a catalogue can do by itself; the conformance suite holds it to what
/// it declares.
public struct CatalogCapabilities: Equatable, Sendable {
    /// The names of the fields it can filter by (`Filter.fieldName`).
    public var filters: Set<String>
    public var sorts: Set<FilmSort.Field>
    /// Matches the last word as a prefix.
    public var matchesPrefixes: Bool
    /// Tells the exact number of rows of any result.
    public var countsExactly: Bool
    public var countsFacets: Bool
    /// Rescues queries of the wrong layout, alphabet or spelling.
    public var rescues: Bool
    /// Gives any page of a result, not only the next one.
    public var jumps: Bool
    /// Tells what is behind a row or a list (`inspect`).
    public var inspects: Bool

    public init(
        filters: Set<String>, sorts: Set<FilmSort.Field>, matchesPrefixes: Bool,
        countsExactly: Bool, countsFacets: Bool, rescues: Bool, jumps: Bool,
        inspects: Bool = false
    ) {
        self.filters = filters
        self.sorts = sorts
        self.matchesPrefixes = matchesPrefixes
        self.countsExactly = countsExactly
        self.countsFacets = countsFacets
        self.rescues = rescues
        self.jumps = jumps
        self.inspects = inspects
    }

    /// Everything that a query can express; nothing is behind it.
    public static let all = CatalogCapabilities(
        filters: [
            "genre", "person", "director", "writer", "actor", "year", "rating", "runtime",
            "country", "language", "type",
        ],
        sorts: Set(FilmSort.Field.allCases), matchesPrefixes: true, countsExactly: true,
        countsFacets: true, rescues: true, jumps: true)
}
