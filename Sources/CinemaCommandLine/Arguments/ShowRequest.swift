/// One record to print.
public struct ShowRequest: Hashable, Sendable {
    public var source: SourceChoice
    public var kind: CatalogKind
    /// An id or a name.
    public var name: String
    public var format: ShowFormat

    public init(
        source: SourceChoice = SourceChoice(), kind: CatalogKind, name: String,
        format: ShowFormat = .table
    ) {
        self.source = source
        self.kind = kind
        self.name = name
        self.format = format
    }
}
