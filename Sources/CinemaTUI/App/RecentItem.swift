import CinemaCore

/// Something that was opened lately.
public struct RecentItem: Hashable, Sendable {
    public var target: DetailTarget
    /// The title or name.
    public var name: String
    public var year: Int?

    public init(target: DetailTarget, name: String, year: Int? = nil) {
        self.target = target
        self.name = name
        self.year = year
    }
}
