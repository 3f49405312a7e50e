internal import CNCurses
public import CinemaTUI
import Glibc
import Synchronization

/// The loop of the terminal's thread, and the executor of the actor that
/// lives there.
///
/// It sleeps in poll(2) on the terminal, the signals and a descriptor that
/// says that jobs have come, and makes no call at rest. An executor of our own
/// rather than the main actor, because only this keeps Dispatch, and with it
/// its timer that never stops, out of the process.
///
/// Made on the thread that will run it, once `TerminalSignals.block()` has
/// been called.
public final class TerminalLoop: SerialExecutor, TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let thread = pthread_self()
    let jobDescriptor: Int32
    let signalDescriptor: Int32

    public init() throws(TerminalError) {
        jobDescriptor = cncurses_counter_open()
        guard jobDescriptor >= 0 else { throw .system(call: "eventfd", code: errno) }
        signalDescriptor = cncurses_signals_open(TerminalSignals.all, TerminalSignals.all.count)
        guard signalDescriptor >= 0 else { throw .system(call: "signalfd", code: errno) }
    }

    deinit {
        close(jobDescriptor)
        close(signalDescriptor)
    }

    /// Drives a program until it is done. The session stays entered; leaving
    /// it is the caller's.
    public func run(_ program: some TerminalProgram, in session: TerminalSession) -> Outcome {
        precondition(isOnThread, "The loop runs on the thread that made it.")
        var run = TerminalRun(loop: self, program: program, session: session)
        return run.untilDone()
    }

    // MARK: Executor

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isFirst = jobs.withLock { jobs in
            jobs.append(job)
            return jobs.count == 1
        }
        // Where it is not the first, somebody woke the loop before, or the
        // loop's own thread put it there and looks again before it sleeps.
        guard isFirst && !isOnThread else { return }
        cncurses_counter_raise(jobDescriptor)
    }

    public func isIsolatingCurrentContext() -> Bool? { isOnThread }

    public func checkIsolated() {
        precondition(isOnThread, "This belongs to the terminal's thread.")
    }

    /// Runs the jobs that are there now, not those they add; false where there
    /// were none.
    func runJobs() -> Bool {
        let batch = jobs.withLock { jobs in
            let batch = jobs
            jobs.removeAll(keepingCapacity: true)
            return batch
        }
        for job in batch { job.runSynchronously(on: asUnownedSerialExecutor()) }
        return !batch.isEmpty
    }

    var hasJobs: Bool { jobs.withLock { !$0.isEmpty } }

    private var isOnThread: Bool { pthread_equal(thread, pthread_self()) != 0 }
}
