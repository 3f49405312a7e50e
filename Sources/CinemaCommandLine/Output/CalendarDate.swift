import Glibc

/// A day and a time, in Coordinated Universal Time (gmtime(3)).
struct CalendarDate {
    let secondsSince1970: Int64

    /// `2026-11-24 08:38 UTC`.
    var text: String {
        var seconds = time_t(secondsSince1970)
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return String(secondsSince1970) }
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)) UTC"
    }
}
