internal import CCurl
internal import Glibc

/// Dates as header fields have them, such as `Last-Modified`.
public enum HTTPDate {
    /// Seconds since 1970 (curl_getdate(3)); nil where it is no date, or
    /// libcurl is not on this machine.
    public static func seconds(_ text: String) -> Int? {
        guard text.utf8.count <= 64, ccurl_load() else { return nil }
        let seconds = ccurl_date(text)
        return seconds == -1 ? nil : Int(seconds)
    }

    /// Seconds since 1970.
    public static var now: Int { time(nil) }
}
