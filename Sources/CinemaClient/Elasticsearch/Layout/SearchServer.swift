/// What a search server is, as its banner says.
struct SearchServer: Hashable, Sendable {
    enum Distribution: Hashable, Sendable { case elasticsearch, openSearch }

    var distribution: Distribution
    var major: Int
    var minor: Int
    /// The version as the banner has it: `8.12.1`.
    var version: String
    var cluster: String?

    /// How it is asked for a point in time; nil for those that are not asked.
    ///
    /// To a server of types (Elasticsearch before 8, OpenSearch before 2) that
    /// lacks the route, `POST /NAME/_pit` is a new document of the type `_pit`.
    /// The open build of Elasticsearch 7.10 lacks it; from 7.12 on there is
    /// none without it. OpenSearch is asked from 2.4 on only, where an unknown
    /// address is refused. Who does not tell a version may be any of them.
    var pointInTime: PointInTime.Style? {
        guard !version.isEmpty else { return nil }
        switch distribution {
        case .elasticsearch: return (major, minor) >= (7, 12) ? .elasticsearch : nil
        case .openSearch: return (major, minor) >= (2, 4) ? .openSearch : nil
        }
    }
}
