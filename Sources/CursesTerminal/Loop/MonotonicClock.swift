import CinemaTUI
import Glibc

/// Milliseconds since it was made, which no change of the date disturbs
/// (clock_gettime(2), CLOCK_MONOTONIC).
struct MonotonicClock {
    private let origin: Int

    init() { origin = Self.milliseconds() }

    var now: Moment { Moment(milliseconds: Self.milliseconds() - origin) }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
