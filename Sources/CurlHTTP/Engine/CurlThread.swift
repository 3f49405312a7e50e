internal import Glibc
internal import Synchronization

/// The thread that libcurl lives on, and the executor of the actor that owns
/// it.
///
/// Started by the first job. It sleeps in one poll(2) on libcurl's sockets and
/// a counter that says that jobs have come, and makes no call at rest. It ends
/// when it is closed and has no jobs left; a job that comes later starts it
/// again for as long as that job takes, so every job runs on one thread at
/// a time, whenever it comes.
final class CurlThread: SerialExecutor, TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        /// Of the thread while it runs.
        var thread: pthread_t?
        var isAsleep = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let counter = WakeUpCounter()
    /// What the thread does between jobs. Invariant of `nonisolated(unsafe)`:
    /// touched by jobs and the loop of the one thread that runs, never by who
    /// enqueues or closes. A thread that follows another was started under the
    /// lock under which that one ended, so it sees what that one wrote.
    private nonisolated(unsafe) var engine: CurlEngine?

    // MARK: Executor

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let (hasThread, isAsleep) = state.withLock { state in
            if state.thread == nil { start(&state) }
            guard state.thread != nil else { return (false, false) }
            state.jobs.append(job)
            return (true, takeSleep(&state))
        }
        // Not under the lock, which the thread wants first.
        if isAsleep { counter.raise() }
        // Where no thread can be had the job runs here; the engine then
        // refuses, before it touches anything.
        if !hasThread { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }

    func isIsolatingCurrentContext() -> Bool? { isOnThread }

    func checkIsolated() {
        precondition(isOnThread, "This belongs to the thread of libcurl.")
    }

    var isOnThread: Bool { state.withLock { Self.isCurrent($0.thread) } }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Has the engine's work done between jobs, until the thread is closed.
    func serve(_ engine: CurlEngine) {
        if self.engine == nil { self.engine = engine }
    }

    /// Ends the thread, and what its engine has in flight. Waits for the end,
    /// which is a matter of microseconds, where asked to and where it is
    /// another thread that asks.
    func close(waits: Bool) {
        let thread = state.withLock { state -> pthread_t? in
            guard !state.isClosed else { return nil }
            state.isClosed = true
            return state.thread
        }
        guard let thread else { return }
        counter.raise()
        if waits && !Self.isCurrent(thread) {
            pthread_join(thread, nil)
        } else {
            pthread_detach(thread)
        }
    }

    // MARK: The thread

    private func start(_ state: inout State) {
        // Who closes it joins or detaches it; afterwards there is nobody to.
        state.thread = OwnThread.start(detached: state.isClosed) { self.run() }
    }

    /// Whether the thread has to be woken, which falls to the first who asks.
    private func takeSleep(_ state: inout State) -> Bool {
        defer { state.isAsleep = false }
        return state.isAsleep
    }

    private func run() {
        while let jobs = takeJobs() {
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            if isClosed {
                engine?.assumeIsolated { $0.end() }
                engine = nil
            } else {
                turn()
            }
        }
    }

    /// All that wait; nil, and the thread is over, where there will be none.
    private func takeJobs() -> [UnownedJob]? {
        state.withLock { state in
            if state.jobs.isEmpty && state.isClosed && engine == nil {
                state.thread = nil
                return nil
            }
            let jobs = state.jobs
            state.jobs.removeAll(keepingCapacity: true)
            return jobs
        }
    }

    private func turn() {
        guard let engine else { return sleep { self.counter.wait(milliseconds: -1) } }
        engine.assumeIsolated { $0.turn() }
        sleep { engine.assumeIsolated { $0.sleep(self.counter) } }
    }

    /// Sleeps unless there is something to do; whoever brings something from
    /// now on raises the counter.
    private func sleep(_ body: () -> Void) {
        let hasWork = state.withLock { state in
            state.isAsleep = state.jobs.isEmpty && !state.isClosed
            return !state.isAsleep
        }
        guard !hasWork else { return }
        body()
        let wasRaised = state.withLock { state in
            defer { state.isAsleep = false }
            return !state.isAsleep
        }
        if wasRaised { counter.clear() }
    }

    private static func isCurrent(_ thread: pthread_t?) -> Bool {
        guard let thread else { return false }
        return pthread_equal(thread, pthread_self()) != 0
    }
}
