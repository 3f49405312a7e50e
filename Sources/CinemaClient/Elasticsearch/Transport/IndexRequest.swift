internal import CurlHTTP

/// Everything that is ever asked of a search server.
///
/// A closed set, and the only way to a server (`SearchTransport`): questions,
/// and the opening and closing of what a question of our own holds open.
/// Nothing here writes a document, an index or a setting, and no request but
/// these can be said.
enum IndexRequest: Hashable, Sendable {
    /// What the server is: `GET /`.
    case banner
    /// The addresses of the nodes: `GET /_nodes/http`.
    case nodes
    /// The mappings of all open indices, or of one name: `GET /[NAME/]_mapping`.
    case mappings(String?)
    /// `GET /[NAME/]_alias`.
    case aliases(String?)
    /// `GET /NAME/_settings`, of which the result window and the analysis matter.
    case settings(String)
    /// `GET /NAME/_field_caps?fields=*`: what fields are across an alias.
    case fieldCapabilities(String)
    /// How many documents the indices have: `GET /_cat/indices`.
    case indices
    /// `GET /NAME/_doc/ID`.
    case document(index: String, id: String)
    /// `POST /NAME/_count`.
    case count(index: String, SearchJSON)
    /// `POST /NAME/_search`; without a name where the body has a point in time.
    case search(index: String?, SearchJSON, scoring: Scoring = .byShard)
    /// `POST /_msearch`, a name and a body each.
    case multiSearch([Search])
    case openPointInTime(index: String, PointInTime.Style)
    case closePointInTime(PointInTime)
    /// `POST /NAME/_search?scroll=…`.
    case openScroll(index: String, SearchJSON, scoring: Scoring = .byShard)
    /// `POST /_search/scroll`.
    case continueScroll(id: String)
    /// `DELETE /_search/scroll`.
    case closeScroll(id: String)

    struct Search: Hashable, Sendable {
        var index: String
        var body: SearchJSON
        var scoring = Scoring.byShard
    }

    /// How long a server holds open what a question holds open, renewed by
    /// each further question.
    static let keepAlive = "2m"
}
