/// A directory that the program uses.
public struct PlaceFacts: Hashable, Sendable {
    /// What it is for: `catalogues`.
    public var purpose: String
    /// Nil without a home.
    public var path: String?
    public var isThere: Bool
    public var isWritable: Bool
    public var bytes: Int64

    public init(
        purpose: String, path: String?, isThere: Bool = true, isWritable: Bool = true,
        bytes: Int64 = 0
    ) {
        self.purpose = purpose
        self.path = path
        self.isThere = isThere
        self.isWritable = isWritable
        self.bytes = bytes
    }
}
