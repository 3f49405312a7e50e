internal import CurlHTTP
internal import Glibc

/// One thread that runs the jobs of an actor, asleep while there are none.
///
/// An executor of its own because a query blocks, and because nothing may
/// wake up the process at rest, as the shared pool's threads do.
final class SerialThread: SerialExecutor, TaskExecutor {
    private let mailbox: Mailbox

    init() {
        mailbox = Mailbox()
        mailbox.start()
    }

    deinit { mailbox.close() }

    /// Serves as a task's preferred executor too: what a task does outside of
    /// any actor then stays here, away from the shared pool.
    func enqueue(_ job: consuming ExecutorJob) {
        mailbox.put(Mailbox.Entry(job: UnownedJob(job), executor: asUnownedSerialExecutor()))
    }

    func checkIsolated() {
        precondition(mailbox.isOnThread, "not on the thread")
    }
}

/// The jobs that wait for the thread.
private final class Mailbox: Sendable {
    struct Entry {
        var job: UnownedJob
        // Valid: a job keeps its actor, and the actor its executor.
        var executor: UnownedSerialExecutor
    }

    private struct State {
        var entries: [Entry] = []
        var isClosed = false
        /// Nil where no thread could be had: jobs run where they are put.
        var thread: pthread_t?
    }

    private let state = Monitor(State())

    /// The thread holds the mailbox until it is closed and empty.
    func start() {
        state.withLock { $0.thread = OwnThread.start(detached: true) { self.run() } }
    }

    var isOnThread: Bool {
        let thread = state.withLock(\.thread)
        return thread.map { pthread_equal($0, pthread_self()) != 0 } ?? true
    }

    func put(_ entry: Entry) {
        let runsHere = state.change { state in
            guard state.thread != nil else { return true }
            state.entries.append(entry)
            return false
        }
        if runsHere { entry.job.runSynchronously(on: entry.executor) }
    }

    func close() { state.change { $0.isClosed = true } }

    func run() {
        while let entries = take() {
            for entry in entries { entry.job.runSynchronously(on: entry.executor) }
        }
    }

    /// All that waits; sleeps while nothing does; nil when it is closed.
    private func take() -> [Entry]? {
        state.wait(
            until: { !$0.entries.isEmpty || $0.isClosed },
            then: { state in
                guard !state.entries.isEmpty else { return nil }
                defer { state.entries = [] }
                return state.entries
            })
    }
}
