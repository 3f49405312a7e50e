import CinemaCore
import Synchronization

@testable import CinemaClient

/// A search server of one function, which remembers what it was asked.
final class AnsweringTransport: SearchTransport {
    private let asked = Mutex<[IndexRequest]>([])
    private let answer: @Sendable (IndexRequest) throws(SearchFailure) -> String

    init(_ answer: @escaping @Sendable (IndexRequest) throws(SearchFailure) -> String) {
        self.answer = answer
    }

    var requests: [IndexRequest] { asked.withLock { $0 } }

    func send(_ request: IndexRequest) async throws(SearchFailure) -> IndexAnswer {
        asked.withLock { $0.append(request) }
        let body = try answer(request)
        return IndexAnswer(
            body: Array(body.utf8), time: .milliseconds(1), node: "http://127.0.0.1:9200")
    }
}

extension SearchFailure {
    /// What a server says that does not want to answer.
    static func refused(_ status: Int, _ type: String) -> SearchFailure {
        SearchFailure(
            CatalogError(
                status == 404 ? .notFound : .unsupported, source: "index", cause: type),
            status: status, type: type)
    }

    static let unreachable = SearchFailure(
        CatalogError(.unavailable, source: "index", cause: "nobody answers"))
}
