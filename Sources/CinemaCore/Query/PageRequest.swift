/// Which rows of a result are wanted.
public struct PageRequest: Hashable, Sendable {
    /// From 0.
    public var offset: Int
    public var count: Int

    public init(offset: Int = 0, count: Int) {
        self.offset = max(0, offset)
        self.count = max(0, count)
    }
}
