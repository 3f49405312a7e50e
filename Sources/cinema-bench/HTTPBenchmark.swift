import CHTTPPeer
import CurlHTTP
import Glibc

/// The HTTP client beside a C program on the same libcurl, over loopback, and
/// how long it takes to cancel.
///
/// Both in turns, because the machine is never quiet: the ratio of each turn
/// counts, and of them the median. Ours are asked from a thread of its own, as
/// catalogues have one.
struct HTTPBenchmark {
    private let requests = 3_200
    private let width = 32
    private let rounds = 9

    func run() async throws {
        var port: Int32 = 0
        let server = chttp_serve(24_250, &port)
        guard server > 0 else { throw HTTPError(.connect, cause: "no server") }
        defer {
            kill(server, SIGKILL)
            waitpid(server, nil, 0)
        }
        let url = "http://127.0.0.1:\(port)/films"
        let curl = CurlClient(CurlConfiguration(connectionsPerHost: 256, keptConnections: 256))
        let asking = CurlClient()
        defer {
            curl.shutDown()
            asking.shutDown()
        }
        print("HTTP, 24 KB answers over loopback    ours/s      C/s  us CPU     in C   ratio")
        let request = HTTPRequest(.get, url)
        let comparing = Task(executorPreference: asking.executor) {
            try await compare("one after the other", chttp_sequential(url, Int32(requests))) {
                try await sequential(curl.client, request)
            }
            try await compare(
                "\(width) at a time", chttp_concurrent(url, Int32(requests), Int32(width))
            ) {
                try await concurrent(curl.client, request)
            }
        }
        try await comparing.value
        print(Measurement.header)
        print(await cancelling(curl, "http://127.0.0.1:\(port)/hang").row)
    }

    private func compare(
        _ name: String, _ peer: @autoclosure () -> Double, _ ours: () async throws -> Void
    ) async throws {
        var pairs: [(ours: Double, peer: Double)] = []
        var work = (ours: 0.0, peer: 0.0)
        try await ours()
        for _ in 0..<rounds {
            let before = processorTime()
            let seconds = peer()
            guard seconds > 0 else { throw HTTPError(.connect, cause: "the program in C failed") }
            let between = processorTime()
            let start = ContinuousClock.now
            try await ours()
            let (whole, attoseconds) = (ContinuousClock.now - start).components
            pairs.append((Double(whole) + Double(attoseconds) / 1e18, seconds))
            work.peer += between - before
            work.ours += processorTime() - between
        }
        let ratios = pairs.map { $0.peer / $0.ours }.sorted()
        let micro = 1e6 / Double(requests * rounds)
        let columns = [
            rate(pairs.map(\.ours)), rate(pairs.map(\.peer)), String(Int(work.ours * micro)),
            String(Int(work.peer * micro)), hundredths(ratios[rounds / 2]),
        ]
        print(
            padded(name, 34)
                + columns.map { String(repeating: " ", count: 9 - $0.count) + $0 }.joined()
                + "  (\(hundredths(ratios[0])) to \(hundredths(ratios[rounds - 1])))")
    }

    /// Seconds of this process, of all its threads.
    private func processorTime() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
        }
    }

    private func sequential(_ client: HTTPClient, _ request: HTTPRequest) async throws {
        for _ in 0..<requests { _ = try await client.send(request) }
    }

    private func concurrent(_ client: HTTPClient, _ request: HTTPRequest) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<width {
                group.addTask {
                    for _ in 0..<(requests / width) { _ = try await client.send(request) }
                }
            }
            try await group.waitForAll()
        }
    }

    /// From the call of `cancel` until the caller goes on.
    private func cancelling(_ curl: CurlClient, _ url: String) async -> Measurement {
        let client = curl.client
        var measurement = Measurement("cancel one of 200 requests that hang")
        let tasks = (0..<200).map { _ in
            Task { () -> ContinuousClock.Instant in
                _ = try? await client.send(HTTPRequest(.get, url))
                return .now
            }
        }
        try? await curl.clock.sleep(for: .milliseconds(300))
        for task in tasks {
            let start = ContinuousClock.now
            task.cancel()
            measurement.add(await task.value - start)
        }
        return measurement
    }

    private func rate(_ seconds: [Double]) -> String {
        String(Int(Double(requests) / seconds.sorted()[rounds / 2]))
    }

    private func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100)." + (whole % 100 < 10 ? "0" : "") + "\(whole % 100)"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
