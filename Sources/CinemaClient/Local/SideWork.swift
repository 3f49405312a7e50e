internal import CurlHTTP
internal import Glibc

/// One piece of work on a thread of its own, while its maker does another and
/// then waits for it.
///
/// It never outlives its maker's reference. Where no thread can be had the
/// work is done by the one who asks for its result.
final class SideWork<Outcome: Sendable> {
    private let slot: Slot
    private var thread: pthread_t?

    init(_ work: @escaping @Sendable () -> Outcome) {
        let slot = Slot(work)
        self.slot = slot
        thread = OwnThread.start(detached: false) { slot.run() }
    }

    deinit { join() }

    /// What the work gave, when it has ended; to be asked once.
    func result() -> Outcome {
        join()
        return slot.take()
    }

    /// Waits for the work, but no longer than told; whether it has ended.
    func hasEnded(within limit: Duration) -> Bool { thread == nil || slot.hasEnded(within: limit) }

    private func join() {
        guard let thread else { return }
        pthread_join(thread, nil)
        self.thread = nil
    }

    /// `@unchecked` because only the thread touches it until it is joined,
    /// and only the joiner after that.
    private final class Slot: @unchecked Sendable {
        /// Let go once it has run, with what it holds.
        private var work: (@Sendable () -> Outcome)?
        private var outcome: Outcome?

        /// Raised behind the work.
        private let ended = TimedFlag()

        init(_ work: @escaping @Sendable () -> Outcome) { self.work = work }

        func run() {
            outcome = work?()
            work = nil
            ended.raise()
        }

        func hasEnded(within limit: Duration) -> Bool { ended.isRaised(within: limit) }

        func take() -> Outcome {
            if work != nil { run() }
            guard let taken = outcome else { preconditionFailure("the result was taken before") }
            outcome = nil
            return taken
        }
    }
}
