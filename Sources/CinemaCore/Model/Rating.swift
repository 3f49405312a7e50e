/// A film's rating from 0 to 10, in tenths.
public struct Rating: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 0 to 100.
    public let tenths: Int

    /// Rounds to the nearest tenth; nil outside 0 to 10.
    public init?(_ value: Double) {
        guard value.isFinite, value >= 0, value <= 10 else { return nil }
        tenths = Int((value * 10).rounded())
    }

    /// Nil outside 0 to 100.
    public init?(tenths: Int) {
        guard (0...100).contains(tenths) else { return nil }
        self.tenths = tenths
    }

    public var value: Double { Double(tenths) / 10 }

    /// One decimal, as `8.8`.
    public var description: String { "\(tenths / 10).\(tenths % 10)" }

    public static func < (left: Rating, right: Rating) -> Bool { left.tenths < right.tenths }
}
