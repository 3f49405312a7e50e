import Synchronization

/// A clock that is moved by whoever sleeps: pauses take no time, but it is
/// later after them. A pause longer than `patience` is a rest, and lasts until
/// the sleeper is cancelled or the test moves the clock.
public final class HastyClock: Clock {
    public typealias Instant = ManualClock.Instant

    private let clock = ManualClock()
    private let patience: Duration

    public init(patience: Duration = .seconds(1_800)) { self.patience = patience }

    public var now: Instant { clock.now }
    public var minimumResolution: Duration { .zero }

    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let pause = now.duration(to: deadline)
        if pause > patience { return try await clock.sleep(until: deadline, tolerance: nil) }
        if pause > .zero { clock.advance(by: pause) }
        await Task.yield()
    }

    public func advance(by duration: Duration) { clock.advance(by: duration) }

    /// Returns once somebody rests.
    public func waitForRest() async { await clock.waitForSleepers() }

    /// The time of day that goes with it.
    public var timeOfDay: @Sendable () -> Int64 {
        { 1_700_000_000 + self.now.offset.components.seconds }
    }
}
