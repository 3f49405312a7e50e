import Glibc

/// On what, and when, something was measured.
enum Machine {
    /// `2026-11-24 16:32 UTC, AMD EPYC, 2 cores, 23 GB, load 0.4`.
    static var line: String {
        let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        let gigabytes =
            sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 1_000_000_000
        return "\(date), \(processor), \(cores) cores, \(gigabytes) GB, load \(load)"
    }

    /// How many processes wanted to run in the last minute, this one included.
    static var load: String {
        lines(of: "/proc/loadavg").first?.split(separator: " ").first.map { String($0) } ?? "?"
    }

    /// What is this process's alone, in KB (proc_pid_smaps(5)).
    static var privateMemory: Int {
        lines(of: "/proc/self/smaps_rollup").filter { $0.hasPrefix("Private_") }
            .compactMap { line in line.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
            .reduce(0, +)
    }

    static var date: String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        let numbers = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min]
            .map { ($0 < 10 ? "0" : "") + String($0) }
        return "\(parts.tm_year + 1900)-\(numbers[0])-\(numbers[1])"
            + " \(numbers[2]):\(numbers[3]) UTC"
    }

    private static var processor: String {
        lines(of: "/proc/cpuinfo").first { $0.hasPrefix("model name") }?
            .split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "unknown processor"
    }

    private static func lines(of path: String) -> [String] { ResultFile(path: path).lines() }
}
