/// A clock whose sleepers rest on the client's thread: no other timer, and
/// nothing that wakes up once they are done. Needs no libcurl.
public struct CurlClock: Clock {
    public typealias Instant = ContinuousClock.Instant

    let client: CurlClient

    public var now: Instant { .now }
    public var minimumResolution: Duration { .milliseconds(1) }

    /// Throws `CancellationError` as soon as the task is cancelled, and when
    /// the client is shut down.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        guard await client.engine.sleep(until: deadline) else { throw CancellationError() }
    }
}
