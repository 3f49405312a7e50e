/// Rows of a result to print.
public struct SearchRequest: Hashable, Sendable {
    /// As the user called it, for sentences: `cinema search`.
    public var command: String
    public var source: SourceChoice
    public var kind: CatalogKind
    public var query: String
    /// The most rows; nil for what suits the output.
    public var limit: Int?
    /// From 1; nil for everything from the first row on.
    public var page: Int?
    /// Nil for what suits the output.
    public var format: OutputFormat?

    public init(
        command: String = "cinema search", source: SourceChoice = SourceChoice(), kind: CatalogKind,
        query: String = "", limit: Int? = nil, page: Int? = nil, format: OutputFormat? = nil
    ) {
        self.command = command
        self.source = source
        self.kind = kind
        self.query = query
        self.limit = limit
        self.page = page
        self.format = format
    }
}
