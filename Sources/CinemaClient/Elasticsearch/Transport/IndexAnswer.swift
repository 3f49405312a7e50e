/// What a search server answered.
struct IndexAnswer: Sendable {
    /// JSON.
    var body: [UInt8]
    /// From the first byte sent to the last one received.
    var time: Duration
    /// The address of the node that answered.
    var node: String
}
