/// The browser, and what it opens with.
public struct BrowseRequest: Hashable, Sendable {
    /// The address of the catalogue; nil for the built-in one.
    public var source: String?
    /// Query text, empty for the start page.
    public var query: String
    public var usesColor: Bool

    public init(source: String? = nil, query: String = "", usesColor: Bool = true) {
        self.source = source
        self.query = query
        self.usesColor = usesColor
    }
}
