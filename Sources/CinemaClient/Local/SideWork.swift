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

    private final class Slot: Sendable {
        private struct State {
            /// Let go once it runs, with what it holds.
            var work: (@Sendable () -> Outcome)?
            var outcome: Outcome?
            var hasEnded = false
        }

        private let state: Monitor<State>

        init(_ work: @escaping @Sendable () -> Outcome) { state = Monitor(State(work: work)) }

        /// Does the work, unless it was done or is being done.
        func run() {
            let work = state.withLock { state in
                defer { state.work = nil }
                return state.work
            }
            guard let outcome = work?() else { return }
            state.change { state in
                state.outcome = outcome
                state.hasEnded = true
            }
        }

        func hasEnded(within limit: Duration) -> Bool {
            state.wait(until: \.hasEnded, within: limit)
        }

        func take() -> Outcome {
            run()
            let outcome = state.withLock { state in
                defer { state.outcome = nil }
                return state.outcome
            }
            guard let outcome else { preconditionFailure("the result was taken before") }
            return outcome
        }
    }
}
