/// What a search server is, as its banner says.
struct SearchServer: Hashable, Sendable {
    enum Distribution: Hashable, Sendable { case elasticsearch, openSearch }

    var distribution: Distribution
    var major: Int
    var minor: Int
    /// The version as the banner has it: `8.12.1`.
    var version: String
    var cluster: String?

    /// How it is asked for a point in time, by its version; whether this
    /// build of it has one shows when it is asked.
    var pointInTime: PointInTime.Style? {
        switch distribution {
        case .elasticsearch: (major, minor) >= (7, 10) ? .elasticsearch : nil
        case .openSearch: (major, minor) >= (2, 4) ? .openSearch : nil
        }
    }
}
