/// How long it is since a beginning, by a clock that may be any.
struct RunningTime: Sendable {
    let clock: any Clock<Duration>
    private let since: @Sendable () -> Duration

    init(_ clock: any Clock<Duration>) {
        self.clock = clock
        since = Self.since(clock)
    }

    private static func since<Source: Clock>(
        _ clock: Source
    ) -> @Sendable () -> Duration where Source.Duration == Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }

    var now: Duration { since() }

    /// False where the task was cancelled.
    func sleep(_ duration: Duration) async -> Bool {
        guard duration > .zero else { return !Task.isCancelled }
        return (try? await clock.sleep(for: duration)) != nil
    }
}

extension Duration {
    var inSeconds: Int { Int(clamping: components.seconds) }

    var inMilliseconds: Int {
        let (seconds, attoseconds) = components
        let (product, overflow) = Int(clamping: seconds).multipliedReportingOverflow(by: 1_000)
        return overflow ? .max : product + Int(attoseconds / 1_000_000_000_000_000)
    }
}
