/// How long a piece of work will still take, by how long it has taken so far.
///
/// The end that is expected moves towards each new estimate little by little,
/// so that what is shown counts down and does not jump.
struct RemainingTime {
    private var begin: Duration?
    private var expectedEnd: Duration?
    private var last = Duration.zero

    /// Before it nothing can be said.
    private static let least = Duration.seconds(1)
    /// How long a new estimate takes to outweigh an old one.
    private static let memory = 4.0

    /// Nil while too little is done; `done` is from 0 to 1.
    mutating func estimate(done: Double?, at moment: Duration) -> Duration? {
        let begin = begin ?? moment
        self.begin = begin
        guard let done else { return nil }
        let elapsed = moment - begin
        guard elapsed >= Self.least, done > 0.01 else { return nil }
        let estimate = begin + elapsed / min(done, 1)
        if let former = expectedEnd {
            let passed = (moment - last) / .seconds(1)
            let weight = passed / (passed + Self.memory)
            expectedEnd = former + (estimate - former) * weight
        } else {
            expectedEnd = estimate
        }
        last = moment
        return expectedEnd.map { max($0 - moment, .zero) }
    }

    /// `8 s`, `45 s`, `1 min 20 s`, `5 min`: the longer, the coarser.
    static func text(_ duration: Duration) -> String {
        let seconds = Int((duration / .seconds(1)).rounded(.up))
        switch seconds {
        case ...10: return "\(max(seconds, 1)) s"
        case ...55: return "\((seconds + 4) / 5 * 5) s"
        case ...170:
            let rounded = (seconds + 9) / 10 * 10
            let rest = rounded % 60
            return "\(rounded / 60) min" + (rest == 0 ? "" : " \(rest) s")
        default: return "\(EnglishText.grouped((seconds + 59) / 60)) min"
        }
    }
}
