/// A point in time as the terminal's loop counts it: milliseconds since the
/// loop began. The program never asks a clock; it is told.
public struct Moment: Hashable, Comparable, Sendable {
    public var milliseconds: Int

    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    public func advanced(by milliseconds: Int) -> Moment {
        Moment(milliseconds: self.milliseconds + milliseconds)
    }

    public static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
