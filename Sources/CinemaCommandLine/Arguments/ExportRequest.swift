/// Films to take away, whole.
public struct ExportRequest: Hashable, Sendable {
    public var source: SourceChoice
    /// Query text, empty for the whole catalogue.
    public var query: String
    /// The file; nil for standard output.
    public var target: String?
    /// Goes on with an export that was not finished.
    public var resumes: Bool
    public var replaces: Bool

    public init(
        source: SourceChoice = SourceChoice(), query: String = "", target: String? = nil,
        resumes: Bool = false, replaces: Bool = false
    ) {
        self.source = source
        self.query = query
        self.target = target
        self.resumes = resumes
        self.replaces = replaces
    }
}
