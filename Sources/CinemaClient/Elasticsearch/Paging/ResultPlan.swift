/// A result whose rows can be asked for at any place: what is looked for in
/// which index, in which order.
struct ResultPlan: Hashable, Sendable {
    var index: String
    var query: SearchJSON
    /// Without the tie-break at the end, which the walk adds.
    var sort: [SearchJSON]
    /// The field that tells documents apart and can be sorted by, as the
    /// tie-break: the id's whole values; nil for `_id` or the order of the
    /// point in time, whichever the server allows.
    var tieBreak: String?
    /// What is wanted of a document (`_source`); nil for all of it.
    var source: [String]?
    /// Further members of the body, such as `min_score` or `highlight`.
    var extra: [SearchJSON.Member] = []
    /// Whether scores have to compare between shards, because the server's own
    /// are part of the order.
    var scoring = IndexRequest.Scoring.byShard
}
