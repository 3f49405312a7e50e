/// When a request is worth sending again: pure, time and chance are given.
///
/// Only what can be repeated without harm, and only what another moment may
/// mend: a connection that failed, or a server that says that it is busy. A
/// plain 500 is not among them: services answer so to data they cannot read,
/// and will again.
public struct RetryPolicy: Hashable, Sendable {
    public enum Decision: Hashable, Sendable {
        case retry(after: Duration)
        case giveUp
    }

    /// How often a request is sent at most.
    public var attempts: Int
    /// The longest wait before the second attempt; doubles with each one.
    public var firstDelay: Duration
    public var longestDelay: Duration

    public init(
        attempts: Int = 3, firstDelay: Duration = .milliseconds(250),
        longestDelay: Duration = .seconds(5)
    ) {
        self.attempts = attempts
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
    }

    /// What to do after an attempt, counted from 1, of a request on which
    /// `elapsed` was spent. `random` is from 0 to 1, `time` in seconds since
    /// 1970, for a `Retry-After` that is a date.
    ///
    /// The wait is anywhere between nothing and its bound, so that those whom
    /// the same fault struck do not come back together; and never shorter than
    /// the server asks. What does not fit into `HTTPLimits.total` is given up
    /// at once.
    public func decision(
        after attempt: Int, of request: HTTPRequest, _ outcome: Result<HTTPResponse, HTTPError>,
        elapsed: Duration, random: Double, time: Int
    ) -> Decision {
        guard attempt < attempts, request.isRepeatable, Self.isPassing(outcome) else {
            return .giveUp
        }
        var delay = bound(attempt) * min(1, max(0, random))
        if case .success(let response) = outcome, let asked = response.retryAfter(time: time) {
            delay = max(delay, asked)
        }
        return delay < request.limits.total - elapsed ? .retry(after: delay) : .giveUp
    }

    private func bound(_ attempt: Int) -> Duration {
        // No more doublings than a number can hold.
        min(longestDelay, firstDelay * (1 << min(max(0, attempt - 1), 20)))
    }

    private static func isPassing(_ outcome: Result<HTTPResponse, HTTPError>) -> Bool {
        switch outcome {
        case .success(let response): [429, 502, 503, 504].contains(response.status)
        case .failure(let error):
            [.resolve, .connect, .connectTimeout, .send, .noAnswer, .truncated]
                .contains(error.kind)
        }
    }
}

extension HTTPResponse {
    /// How long the server asks to wait (RFC 9110, 10.2.3); nil where it does
    /// not ask, or asks in words of its own.
    public func retryAfter(time: Int) -> Duration? {
        guard let text = fields["Retry-After"], !text.isEmpty else { return nil }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // More digits are more than anybody waits.
            return .seconds(text.utf8.count > 9 ? 999_999_999 : Int(text) ?? 0)
        }
        return HTTPDate.seconds(text).map { .seconds(max(0, $0 - time)) }
    }
}
