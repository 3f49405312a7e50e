/// What `config.toml` says. The file is read, never written.
public struct Configuration: Equatable, Sendable {
    /// A source that has a name.
    public struct Source: Equatable, Sendable {
        public var name: String
        public var selection: SourceSelection
    }

    /// Where the file is, or would be; nil without a home.
    public var path: String?
    public var isThere: Bool
    /// The source to use where nothing else says: a name or an address.
    public var defaultSource: String?
    /// In the order of the file.
    public var sources: [Source]
    /// In the order of the file.
    public var problems: [ConfigurationProblem]

    /// What applies without a file.
    public init(path: String? = nil) {
        self.path = path
        isThere = false
        sources = []
        problems = []
    }

    public var errors: [ConfigurationProblem] { problems.filter { $0.severity == .error } }
    public var warnings: [ConfigurationProblem] { problems.filter { $0.severity == .warning } }

    public func source(named name: String) -> Source? { sources.first { $0.name == name } }
}
