/// Rows of a result, in its order.
public struct Page<Element: Hashable & Sendable>: Hashable, Sendable {
    public var items: [Element]
    /// The place of the first item in the result, from 0.
    public var offset: Int
    /// How many rows the whole result has.
    public var total: Count
    /// Where the rows come from, where that is less than the whole catalogue.
    public var origin: ResultOrigin?

    public init(
        items: [Element] = [], offset: Int = 0, total: Count = .exact(0),
        origin: ResultOrigin? = nil
    ) {
        self.items = items
        self.offset = offset
        self.total = total
        self.origin = origin
    }
}
