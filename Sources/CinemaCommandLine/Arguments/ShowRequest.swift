/// One record to print.
public struct ShowRequest: Hashable, Sendable {
    /// The address of the catalogue; nil for the built-in one.
    public var source: String?
    public var kind: CatalogKind
    /// An id or a name.
    public var name: String
    public var format: ShowFormat

    public init(
        source: String? = nil, kind: CatalogKind, name: String, format: ShowFormat = .table
    ) {
        self.source = source
        self.kind = kind
        self.name = name
        self.format = format
    }
}
