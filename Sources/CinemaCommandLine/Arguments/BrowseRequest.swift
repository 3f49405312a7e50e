/// The browser, and what it opens with.
public struct BrowseRequest: Hashable, Sendable {
    public var source: SourceChoice
    /// Query text, empty for the start page.
    public var query: String
    public var usesColor: Bool

    public init(source: SourceChoice = SourceChoice(), query: String = "", usesColor: Bool = true) {
        self.source = source
        self.query = query
        self.usesColor = usesColor
    }
}
