/// How fast a snapshot is read: two requests at a time, twenty a second, and
/// less if the server slows. Pure; times count from any beginning.
struct SnapshotPace: Equatable, Sendable {
    /// From the start of a request to the next one's.
    private(set) var interval: Duration
    /// How many requests run at a time.
    private(set) var width = 2

    private let shortest: Duration
    private var nextStart: Duration = .zero
    /// How long answers take, smoothed, and the best of it.
    private var usual: Duration?
    private var best: Duration?
    /// Answers since the pace was last changed.
    private var answers = 0

    static let longest = Duration.seconds(2)
    /// A pace is kept for so many answers before it is judged.
    static let trial = 8
    /// What is quicker is quick, whatever it was before.
    static let quick = Duration.milliseconds(50)

    init(perSecond: Int = 20) {
        shortest = .seconds(1) / max(1, perSecond)
        interval = shortest
    }

    /// How long the next request has to wait, which takes its place in line.
    mutating func start(now: Duration) -> Duration {
        let start = max(now, nextStart)
        nextStart = start + interval
        return start - now
    }

    /// Tells how long an answer took.
    mutating func ended(after time: Duration) {
        let smoothed = usual.map { $0 + (time - $0) / 4 } ?? time
        usual = smoothed
        answers += 1
        guard answers >= Self.trial else { return }
        let reference = best ?? smoothed
        best = min(reference, smoothed)
        if smoothed > Self.quick, smoothed > reference * 2 {
            slow()
        } else if smoothed < reference * 3 / 2 || smoothed <= Self.quick {
            hasten()
        }
    }

    /// Tells that the server failed or asked to wait.
    mutating func failed() { slow() }

    private mutating func slow() {
        interval = min(interval * 2, Self.longest)
        width = 1
        answers = 0
    }

    private mutating func hasten() {
        guard interval > shortest || width < 2 else { return }
        interval = max(shortest, interval * 3 / 4)
        if interval == shortest { width = 2 }
        answers = 0
    }
}
