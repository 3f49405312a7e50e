import Synchronization

@testable import CurlHTTP

/// A client that answers as it is told, and remembers what it was asked.
final class StubClient: Sendable {
    private let asked = Mutex<[HTTPRequest]>([])
    private let answer: @Sendable (Int) -> Result<HTTPResponse, HTTPError>

    /// `answer` is given the number of the request, from 1.
    init(_ answer: @escaping @Sendable (Int) -> Result<HTTPResponse, HTTPError>) {
        self.answer = answer
    }

    var requests: [HTTPRequest] { asked.withLock { $0 } }

    var client: HTTPClient {
        HTTPClient { request async throws(HTTPError) in
            let number = self.asked.withLock { asked in
                asked.append(request)
                return asked.count
            }
            return try self.answer(number).get()
        }
    }
}
