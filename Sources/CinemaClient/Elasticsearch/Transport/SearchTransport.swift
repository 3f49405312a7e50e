/// The way to a search server or to the nodes of a cluster.
protocol SearchTransport: Sendable {
    /// The answer to one request. Fails with what the server said for any
    /// status from 300 on; busy and dead nodes have been waited for and gone
    /// round before that.
    func send(_ request: IndexRequest) async throws(SearchFailure) -> IndexAnswer

    /// Whether requests say who asks.
    var isKnown: Bool { get }
}

extension SearchTransport {
    var isKnown: Bool { false }
}
