import Glibc

/// What the environment says of a benchmark.
struct BenchmarkSettings {
    /// Where catalogues and the indices of peers are kept between runs:
    /// `BENCH_CACHE`, else `cinema-bench` among the caches of the user.
    let cache: String
    /// `BENCH_FZF`, else what PATH has.
    let fzf: String?
    /// A Python that has tantivy: `BENCH_PYTHON`, else that of the
    /// environment that Tools/bench-peers makes.
    let python: String

    /// Whether catalogues are made anew and that measured again:
    /// `BENCH_FRESH`.
    let isFresh: Bool

    init() throws {
        let home = Self.variable("HOME").map { $0 + "/.cache" }
        let caches = Self.variable("XDG_CACHE_HOME") ?? home
        guard let cache = Self.variable("BENCH_CACHE") ?? caches.map({ $0 + "/cinema-bench" })
        else { throw BenchmarkFailure("set BENCH_CACHE to a directory for the catalogues") }
        self.cache = cache
        isFresh = Self.variable("BENCH_FRESH") != nil
        fzf = Self.variable("BENCH_FZF") ?? Self.program("fzf")
        python = Self.variable("BENCH_PYTHON") ?? cache + "/venv/bin/python"
        try makeDirectory(cache)
    }

    /// Where PATH has a program.
    static func program(_ name: String) -> String? {
        (variable("PATH") ?? "/usr/bin").split(separator: ":").map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func makeDirectory(_ path: String) throws {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
                throw BenchmarkFailure("\(made) cannot be made; set BENCH_CACHE to another place")
            }
        }
    }
}
