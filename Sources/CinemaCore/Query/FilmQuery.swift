/// What the reader asks for: the one value that every catalogue translates.
///
/// Without text and filters it is the whole catalogue, best films first.
public struct FilmQuery: Hashable, Sendable {
    public var text: SearchText
    /// The free text as it was typed, which a rescue repeats.
    public var typed: String
    public var filters: [Filter]
    public var sort: FilmSort

    public init(
        text: SearchText = .empty, typed: String = "", filters: [Filter] = [],
        sort: FilmSort = .relevance
    ) {
        self.text = text
        self.typed = typed
        self.filters = filters
        self.sort = sort
    }

    /// Reads query text; terms that make no sense are left out (`QuerySyntax.parse` tells them).
    public init(_ text: String) { self = QuerySyntax.parse(text).query }

    /// Whether nothing narrows the catalogue.
    public var isWhole: Bool { text.isEmpty && filters.isEmpty }
}
