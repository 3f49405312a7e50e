internal import CinemaCore
internal import Glibc

/// The time of day, which unlike a clock's may jump.
public enum WallClock {
    /// Seconds since 1970.
    public static func seconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec)
    }

    /// A point in time as the reader's clock shows it; nil for one that no
    /// calendar has.
    static func localTime(_ seconds: Int64, now: Int64) -> LocalTime? {
        guard let then = broken(seconds), let today = broken(now) else { return nil }
        let isToday = then.tm_year == today.tm_year && then.tm_yday == today.tm_yday
        return LocalTime(
            year: Int(then.tm_year) + 1900, month: Int(then.tm_mon) + 1, day: Int(then.tm_mday),
            hour: Int(then.tm_hour), minute: Int(then.tm_min), isToday: isToday)
    }

    private static func broken(_ seconds: Int64) -> tm? {
        var time = time_t(seconds)
        var result = tm()
        return localtime_r(&time, &result) == nil ? nil : result
    }
}
