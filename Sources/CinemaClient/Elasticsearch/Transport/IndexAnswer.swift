/// What a search server answered.
struct IndexAnswer: Sendable {
    /// JSON. Of a search, empty lists may be left out (`hits.hits`, `buckets`).
    var body: [UInt8]
    /// From the first byte sent to the last one received.
    var time: Duration
    /// The address of the node that answered.
    var node: String
}
