extension HTTPClient {
    /// Sends again what the policy says, within the request's total time; the
    /// last outcome counts. `HTTPTiming.retries` says how often.
    public func retrying(
        _ policy: RetryPolicy = RetryPolicy(), clock: some Clock<Duration>,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        time: @escaping @Sendable () -> Int = { HTTPDate.now }
    ) -> HTTPClient {
        HTTPClient { request async throws(HTTPError) in
            let elapsed = Self.stopwatch(clock)
            var attempt = 1
            while true {
                let outcome = await self.outcome(of: request.within(elapsed()))
                let decision = policy.decision(
                    after: attempt, of: request, outcome, elapsed: elapsed(), random: random(),
                    time: time())
                guard case .retry(let delay) = decision else {
                    var response = try outcome.get()
                    response.timing.retries += attempt - 1
                    return response
                }
                // Where the clock was stopped, the next attempt says why.
                try? await clock.sleep(for: delay)
                guard !Task.isCancelled else { throw .cancelled }
                attempt += 1
            }
        }
    }

    private static func stopwatch<C: Clock<Duration>>(
        _ clock: C
    ) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}

extension HTTPClient {
    /// The request's end as a value.
    public func outcome(of request: HTTPRequest) async -> Result<HTTPResponse, HTTPError> {
        do throws(HTTPError) {
            return .success(try await send(request))
        } catch {
            return .failure(error)
        }
    }
}

extension HTTPRequest {
    /// The request with the time that is left.
    fileprivate func within(_ elapsed: Duration) -> HTTPRequest {
        var request = self
        request.limits.total -= elapsed
        return request
    }
}
