import Synchronization

/// Runs the jobs of an actor when the test says so, on the test's own thread:
/// what a terminal's loop does, one step at a time.
///
/// The test is taken to be on the executor, so an actor that it serves can be
/// reached with `assumeIsolated`. Only one thread may use it.
public final class ManualExecutor: SerialExecutor, TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])

    public init() {}

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
    }

    public func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    public func checkIsolated() {}

    /// The jobs that wait.
    public var waiting: Int { jobs.withLock { $0.count } }

    /// Runs jobs until none is left; returns how many there were.
    @discardableResult
    public func drain() -> Int {
        var count = 0
        while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            job.runSynchronously(on: asUnownedSerialExecutor())
            count += 1
        }
        return count
    }
}
