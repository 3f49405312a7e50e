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
///
/// `@unchecked` because the mutable state below is only touched while `mutex`
/// is held, and mutex and condition are C objects that stay where they are.
private final class Mailbox: @unchecked Sendable {
    struct Entry {
        var job: UnownedJob
        // Valid: a job keeps its actor, and the actor its executor.
        var executor: UnownedSerialExecutor
    }

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var entries: [Entry] = []
    private var isClosed = false
    private var thread = pthread_t()
    /// Where no thread could be had, jobs run where they are put.
    private var hasThread = false

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// The thread holds the mailbox until it is closed and empty.
    func start() {
        locked {
            guard let started = OwnThread.start(detached: true, { self.run() }) else { return }
            thread = started
            hasThread = true
        }
    }

    var isOnThread: Bool { locked { !hasThread || pthread_equal(thread, pthread_self()) != 0 } }

    func put(_ entry: Entry) {
        let runsHere = locked {
            guard hasThread else { return true }
            entries.append(entry)
            pthread_cond_signal(condition)
            return false
        }
        if runsHere { entry.job.runSynchronously(on: entry.executor) }
    }

    func close() {
        locked {
            isClosed = true
            pthread_cond_signal(condition)
        }
    }

    func run() {
        while let entries = take() {
            for entry in entries { entry.job.runSynchronously(on: entry.executor) }
        }
    }

    /// All that waits; sleeps while nothing does; nil when it is closed.
    private func take() -> [Entry]? {
        locked {
            while entries.isEmpty && !isClosed { pthread_cond_wait(condition, mutex) }
            guard !entries.isEmpty else { return nil }
            defer { entries = [] }
            return entries
        }
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}
