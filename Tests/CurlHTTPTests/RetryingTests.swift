import Testing

@testable import CurlHTTP

@Suite("A client that tries again")
struct RetryingTests {
    private let clock = InstantClock()
    private let request = HTTPRequest(.get, "http://films.example/")

    private func retrying(_ stub: StubClient) -> HTTPClient {
        stub.client.retrying(clock: clock, random: { 1 }, time: { 0 })
    }

    @Test("gives the answer that came at last, and says how often it took")
    func succeeds() async throws {
        let stub = StubClient { number in
            number < 3
                ? .failure(HTTPError(.connect, cause: "")) : .success(HTTPResponse(status: 200))
        }
        let response = try await retrying(stub).send(request)
        #expect(response.status == 200)
        #expect(response.timing.retries == 2)
        #expect(clock.now.time == .milliseconds(250 + 500))
    }

    @Test("gives the last failure when it gives up")
    func fails() async {
        let stub = StubClient { .failure(HTTPError(.connect, cause: "number \($0)")) }
        let error = await retrying(stub).failure(of: request)
        #expect(error == HTTPError(.connect, cause: "number 3"))
    }

    @Test("gives the answer of a server that stays busy")
    func busy() async throws {
        let stub = StubClient { _ in .success(HTTPResponse(status: 503)) }
        #expect(try await retrying(stub).send(request).status == 503)
        #expect(stub.requests.count == 3)
    }

    @Test("has one total time for all attempts")
    func total() async throws {
        let stub = StubClient { _ in
            .success(HTTPResponse(status: 429, fields: HTTPFields([.init("Retry-After", "12")])))
        }
        #expect(try await retrying(stub).send(request).status == 429)
        #expect(stub.requests.map(\.limits.total) == [.seconds(30), .seconds(18), .seconds(6)])
    }

    @Test("does not try again once it is cancelled")
    func cancelled() async {
        let stub = StubClient { _ in
            withUnsafeCurrentTask { $0?.cancel() }
            return .failure(HTTPError(.connect, cause: ""))
        }
        let client = retrying(stub)
        let task = Task { [request] in await client.failure(of: request) }
        #expect(await task.value == .cancelled)
        #expect(stub.requests.count == 1)
    }

    @Test("that is offline asks nobody")
    func offline() async {
        let error = await HTTPClient.offline.retrying(clock: clock).failure(of: request)
        #expect(error?.kind == .offline)
    }
}
