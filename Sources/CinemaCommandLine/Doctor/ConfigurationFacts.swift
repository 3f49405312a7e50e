/// How the configuration is.
public struct ConfigurationFacts: Hashable, Sendable {
    public var path: String?
    public var isThere: Bool
    public var sources: Int
    /// In sentences with their places.
    public var errors: [String]
    public var warnings: [String]

    public init(
        path: String?, isThere: Bool = false, sources: Int = 0, errors: [String] = [],
        warnings: [String] = []
    ) {
        self.path = path
        self.isThere = isThere
        self.sources = sources
        self.errors = errors
        self.warnings = warnings
    }
}
