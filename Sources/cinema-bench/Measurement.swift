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

    /// Times `work` with one input after the other, until there are none or
    /// the time is over; a few in any case.
    mutating func time<Input>(
        _ inputs: [Input], atMost limit: Duration = .seconds(4),
        _ work: (Input) async throws -> Void
    ) async rethrows {
        let start = ContinuousClock.now
        for (index, input) in inputs.enumerated() {
            if index >= 3, ContinuousClock.now - start > limit { return }
            try await time { try await work(input) }
        }
    }

    mutating func add(_ duration: Duration) { add(milliseconds: duration / .milliseconds(1)) }

    mutating func add(milliseconds value: Double) { milliseconds.append(value) }

    /// The value below which a share of the samples lies.
    func quantile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        guard !sorted.isEmpty else { return .nan }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    var median: Double { quantile(0.5) }

    var row: String {
        let columns = [0.5, 0.95, 1].map { Figures.milliseconds(quantile($0)) }
        return Figures.left(name, 46)
            + (columns + [String(milliseconds.count)]).map { Figures.right($0, 10) }.joined()
    }

    static let header =
        Figures.left("milliseconds", 46)
        + ["p50", "p95", "max", "samples"].map { Figures.right($0, 10) }.joined()
}
