import Glibc
import Synchronization

extension CommandRunner {
    /// Carries out a command while the calling thread waits for its end: for a
    /// `main` that is not asynchronous.
    public func runToEnd(_ invocation: CommandInvocation) -> CommandOutcome {
        let ending = Ending()
        Task.detached { ending.reach(await run(invocation)) }
        return ending.wait()
    }
}

/// The end of a command, for which one thread waits.
private final class Ending: Sendable {
    private let outcome = Mutex(CommandOutcome.interrupted)
    /// Safe to share: semaphores are made for it (sem_overview(7)).
    private nonisolated(unsafe) let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() { sem_init(semaphore, 0, 0) }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func reach(_ end: CommandOutcome) {
        outcome.withLock { $0 = end }
        sem_post(semaphore)
    }

    func wait() -> CommandOutcome {
        // A signal handler may run in this thread.
        while sem_wait(semaphore) != 0 && errno == EINTR {}
        return outcome.withLock { $0 }
    }
}
