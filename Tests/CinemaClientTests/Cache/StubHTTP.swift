import CurlHTTP
import Synchronization

/// A server of a few addresses that counts what it is asked.
final class StubHTTP: Sendable {
    private struct State {
        var answers: [String: Result<HTTPResponse, HTTPError>] = [:]
        var requests: [HTTPRequest] = []
    }

    private let state = Mutex(State())

    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    var count: Int { requests.count }

    func answer(_ url: String, _ body: String, status: Int = 200, _ fields: [String: String] = [:])
    {
        let fields = HTTPFields(fields.map { HTTPFields.Field($0.key, $0.value) })
        let response = HTTPResponse(
            status: status, url: url, fields: fields, body: [UInt8](body.utf8))
        state.withLock { $0.answers[url] = .success(response) }
    }

    func fail(_ url: String, _ kind: HTTPError.Kind) {
        state.withLock { $0.answers[url] = .failure(HTTPError(kind, cause: "it is away")) }
    }

    var client: HTTPClient {
        HTTPClient { (request) async throws(HTTPError) in
            let answer = self.state.withLock { state in
                state.requests.append(request)
                return state.answers[request.url]
            }
            return try (answer ?? .success(HTTPResponse(status: 404))).get()
        }
    }
}

/// A time of day that the test sets.
final class ManualTime: Sendable {
    private let seconds = Mutex<Int64>(1_000_000)

    func advance(_ count: Int64) { seconds.withLock { $0 += count } }

    var now: @Sendable () -> Int64 { { self.seconds.withLock { $0 } } }
}
