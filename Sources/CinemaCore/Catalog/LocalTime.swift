/// A point in time as the reader's clock shows it.
public struct LocalTime: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int
    public var minute: Int
    /// Whether it was today when this was made.
    public var isToday: Bool

    public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, isToday: Bool) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.isToday = isToday
    }
}
