/// Rows of a result, in its order.
public struct Page<Element: Hashable & Sendable>: Hashable, Sendable {
    public var items: [Element]
    /// The place of the first item in the result, from 0.
    public var offset: Int
    /// How many rows the whole result has.
    public var total: Count

    public init(items: [Element] = [], offset: Int = 0, total: Count = .exact(0)) {
        self.items = items
        self.offset = offset
        self.total = total
    }
}
