internal import CCurl
internal import Glibc

/// A descriptor that one thread sleeps on and others raise (eventfd(2)).
///
/// Instead of curl_multi_wakeup, because the thread also sleeps while libcurl
/// is not loaded, and because no other thread then ever touches libcurl.
final class WakeUpCounter: Sendable {
    let descriptor = ccurl_counter_open()

    deinit { close(descriptor) }

    func raise() { ccurl_counter_raise(descriptor) }

    func clear() { ccurl_counter_clear(descriptor) }

    /// Sleeps until it is raised, or the time is over; -1 is for ever.
    func wait(milliseconds: Int32) {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&entry, 1, milliseconds)
    }
}
