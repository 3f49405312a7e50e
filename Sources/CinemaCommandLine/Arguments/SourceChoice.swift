/// Which catalogue to use, and how far the network may be used for it.
public struct SourceChoice: Hashable, Sendable {
    /// A name of the configuration or an address; nil for its default, else
    /// the built-in one.
    public var text: String?
    /// Whether no network call is made at all.
    public var isOffline: Bool
    /// Whether a copy of a remote source is kept and used.
    public var usesSnapshot: Bool

    public init(_ text: String? = nil, isOffline: Bool = false, usesSnapshot: Bool = true) {
        self.text = text
        self.isOffline = isOffline
        self.usesSnapshot = usesSnapshot
    }
}
