/// Some rows of a result, as the server gave them.
struct ResultWindow: Sendable {
    /// The documents, as they are in the answer's `hits.hits`.
    var hits: [IndexHit]
    var total: Int
    /// Whether there may be more than `total`.
    var hasMore = false
    /// Shards that did not answer, of how many; and whether the server
    /// stopped looking before the end.
    var failedShards = 0
    var shards = 0
    var timedOut = false
}
