/// What the kept answers of a source take.
public struct CacheInfo: Hashable, Sendable {
    public var entries: Int
    /// On the disk.
    public var bytes: Int64
    /// When the oldest of them was read, in seconds since 1970.
    public var oldest: Int64?

    public init(entries: Int = 0, bytes: Int64 = 0, oldest: Int64? = nil) {
        self.entries = entries
        self.bytes = bytes
        self.oldest = oldest
    }
}
