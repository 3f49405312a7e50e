/// An index as it was at a moment, held open at the server.
struct PointInTime: Hashable, Sendable {
    /// How a server is asked for one; others have none.
    enum Style: Hashable, Sendable {
        /// `POST /NAME/_pit` (Elasticsearch 7.12 and later).
        case elasticsearch
        /// `POST /NAME/_search/point_in_time` (OpenSearch 2.4 and later).
        case openSearch
    }

    var id: String
    var style: Style
}
