// The compiler counts the types of pthread.h to the C module that has them too.
internal import CurlHTTP
internal import Glibc

/// State that threads share, and whose changes they wait for (C. A. R. Hoare's
/// monitor, as pthread_cond_wait(3) has it).
///
/// `@unchecked` because `state` is only touched while `mutex` is held, and mutex
/// and condition are C objects that stay where they are until nobody holds the
/// monitor any more, so that nobody can be waiting.
package final class Monitor<State: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state: State

    package init(_ state: State) {
        self.state = state
        pthread_mutex_init(mutex, nil)
        // Not of the day: that one may be set back.
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Does something that nobody waits for.
    package func withLock<Result>(_ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&state)
    }

    /// Does something that others may wait for.
    package func change<Result>(_ body: (inout State) -> Result) -> Result {
        withLock { state in
            defer { pthread_cond_broadcast(condition) }
            return body(&state)
        }
    }

    /// Does something once the state is as wanted.
    package func wait<Result>(
        until isWanted: (State) -> Bool, then body: (inout State) -> Result
    ) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        // The state is read anew each time, never waited for inside `withLock`:
        // there it is accessed exclusively, so that the compiler reads it once.
        while !isWanted(state) { pthread_cond_wait(condition, mutex) }
        return body(&state)
    }

    /// Waits for a time; whether the state is as wanted then.
    package func wait(until isWanted: (State) -> Bool, within limit: Duration) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !isWanted(state) else { return true }
        var end = timespec()
        clock_gettime(CLOCK_MONOTONIC, &end)
        let (seconds, attoseconds) = limit.components
        let nanoseconds = end.tv_nsec + Int(attoseconds / 1_000_000_000)
        end.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
        end.tv_nsec = nanoseconds % 1_000_000_000
        while !isWanted(state), pthread_cond_timedwait(condition, mutex, &end) == 0 {}
        return isWanted(state)
    }
}
