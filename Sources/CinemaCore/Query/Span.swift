/// A range that may be open at either end, both ends included.
public struct Span<Bound: Comparable & Hashable & Sendable>: Hashable, Sendable {
    public var lower: Bound?
    public var upper: Bound?

    public init(lower: Bound? = nil, upper: Bound? = nil) {
        self.lower = lower
        self.upper = upper
    }

    public init(_ value: Bound) { self.init(lower: value, upper: value) }

    public func contains(_ value: Bound) -> Bool {
        if let lower, value < lower { return false }
        if let upper, value > upper { return false }
        return true
    }
}
