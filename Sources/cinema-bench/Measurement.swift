/// Durations of one thing, and what is told of them.
struct Measurement {
    let name: String
    private(set) var milliseconds: [Double] = []

    init(_ name: String) { self.name = name }

    /// Times `work` once.
    mutating func time<Result>(_ work: () async throws -> Result) async rethrows -> Result {
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await work()
        add(clock.now - start)
        return result
    }

    mutating func add(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        milliseconds.append(Double(seconds) * 1e3 + Double(attoseconds) / 1e15)
    }

    /// The value below which a share of the samples lies.
    func quantile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        guard !sorted.isEmpty else { return .nan }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    var row: String {
        let columns = [0.5, 0.95, 0, 1].map { Self.text(quantile($0)) }
        let samples = String(milliseconds.count)
        return Self.padded(name, 46)
            + (columns + [samples]).map { Self.aligned($0, 9) }.joined()
    }

    static let header =
        padded("milliseconds", 46)
        + ["p50", "p95", "least", "most", "samples"].map { aligned($0, 9) }.joined()

    private static func text(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        let fraction = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - fraction.count)
            + fraction
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func aligned(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}
