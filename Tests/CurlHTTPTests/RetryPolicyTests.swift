import CurlHTTP
import Testing

@Suite("Whether a request is sent again")
struct RetryPolicyTests {
    private let policy = RetryPolicy(
        attempts: 4, firstDelay: .milliseconds(100), longestDelay: .milliseconds(300))

    private func decision(
        after attempt: Int = 1, of method: HTTPMethod = .get,
        _ outcome: Result<HTTPResponse, HTTPError>, elapsed: Duration = .zero,
        random: Double = 1
    ) -> RetryPolicy.Decision {
        policy.decision(
            after: attempt, of: HTTPRequest(method, "http://films.example/"), outcome,
            elapsed: elapsed, random: random, time: 784_111_777)
    }

    private func failure(_ kind: HTTPError.Kind) -> Result<HTTPResponse, HTTPError> {
        .failure(HTTPError(kind, cause: ""))
    }

    private func busy(_ retryAfter: String) -> Result<HTTPResponse, HTTPError> {
        .success(HTTPResponse(status: 503, fields: HTTPFields([.init("Retry-After", retryAfter)])))
    }

    @Test(
        "where the connection failed",
        arguments: [
            HTTPError.Kind.resolve, .connect, .connectTimeout, .send, .noAnswer, .truncated,
        ])
    func connection(kind: HTTPError.Kind) {
        #expect(decision(failure(kind)) == .retry(after: .milliseconds(100)))
    }

    @Test(
        "but not where it would fail again, or has taken its time",
        arguments: [
            HTTPError.Kind.cancelled, .invalidURL, .firstByteTimeout, .totalTimeout, .tls,
            .tooLarge, .tooManyRedirects, .malformed, .libraryMissing, .offline, .shutDown,
        ])
    func hopeless(kind: HTTPError.Kind) {
        #expect(decision(failure(kind)) == .giveUp)
    }

    @Test("where the server is busy", arguments: [429, 502, 503, 504])
    func busyServer(status: Int) {
        let outcome = Result<HTTPResponse, HTTPError>.success(HTTPResponse(status: status))
        #expect(decision(outcome) == .retry(after: .milliseconds(100)))
        #expect(decision(of: .delete, outcome) == .retry(after: .milliseconds(100)))
    }

    @Test("but not where it answered", arguments: [200, 304, 400, 401, 403, 404, 422, 500, 501])
    func answered(status: Int) {
        #expect(decision(.success(HTTPResponse(status: status))) == .giveUp)
    }

    @Test("but not where sending it twice is not the same as once")
    func post() {
        #expect(decision(of: .post, failure(.connect)) == .giveUp)
        #expect(decision(of: .post, busy("1")) == .giveUp)
    }

    @Test("with waits that double up to a bound, and then no more")
    func waits() {
        #expect(decision(after: 2, failure(.connect)) == .retry(after: .milliseconds(200)))
        #expect(decision(after: 3, failure(.connect)) == .retry(after: .milliseconds(300)))
        #expect(decision(after: 4, failure(.connect)) == .giveUp)
    }

    @Test("with waits that are anywhere below their bound")
    func jitter() {
        #expect(decision(failure(.connect), random: 0) == .retry(after: .zero))
        #expect(decision(failure(.connect), random: 0.5) == .retry(after: .milliseconds(50)))
    }

    @Test("no earlier than the server asks, in seconds or with a date")
    func retryAfter() {
        #expect(decision(busy("2")) == .retry(after: .seconds(2)))
        #expect(decision(busy("0")) == .retry(after: .milliseconds(100)))
        let date = decision(busy("Sun, 06 Nov 1994 08:49:40 GMT"))
        #expect(date == .retry(after: .seconds(3)))
        #expect(
            decision(busy("Sun, 06 Nov 1994 08:00:00 GMT")) == .retry(after: .milliseconds(100)))
        #expect(decision(busy("when it suits us")) == .retry(after: .milliseconds(100)))
        #expect(decision(busy("-5")) == .retry(after: .milliseconds(100)))
    }

    @Test("but not where the wait is longer than the time that is left")
    func noTime() {
        #expect(decision(busy("31")) == .giveUp)
        #expect(decision(busy("99999999999999999999999")) == .giveUp)
        #expect(decision(busy("10"), elapsed: .seconds(25)) == .giveUp)
        #expect(decision(busy("4"), elapsed: .seconds(25)) == .retry(after: .seconds(4)))
        #expect(decision(failure(.connect), elapsed: .seconds(30)) == .giveUp)
        #expect(decision(failure(.connect), elapsed: .seconds(31), random: 0) == .giveUp)
    }
}
