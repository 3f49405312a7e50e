internal import CurlHTTP
internal import Glibc

/// Something that happens once, and that others wait for, for a time.
///
/// `@unchecked` because the mutable state below is only touched while `mutex`
/// is held, and mutex and condition are C objects that stay where they are.
final class TimedFlag: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var isUp = false

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

    func raise() {
        pthread_mutex_lock(mutex)
        isUp = true
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }

    func isRaised(within limit: Duration) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !isUp else { return true }
        var until = timespec()
        clock_gettime(CLOCK_REALTIME, &until)
        let (seconds, attoseconds) = limit.components
        let nanoseconds = until.tv_nsec + Int(attoseconds / 1_000_000_000)
        until.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
        until.tv_nsec = nanoseconds % 1_000_000_000
        while !isUp, pthread_cond_timedwait(condition, mutex, &until) == 0 {}
        return isUp
    }
}
