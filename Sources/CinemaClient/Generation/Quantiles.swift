/// How a number is distributed, by points of its distribution: below what
/// value which share of all lies, with straight lines in between.
struct Quantiles: Sendable {
    /// Shares in parts of 100,000, rising from 0 to all.
    private let points: [(share: Int, value: Int)]

    private static let whole = 100_000

    init(_ points: [(share: Int, value: Int)]) { self.points = points }

    func draw(_ random: inout SyntheticRandom) -> Int {
        // A thousand steps between two shares, so that the top is not coarse.
        let place = random.below(Self.whole * 1_000)
        guard let upper = points.firstIndex(where: { $0.share * 1_000 > place }), upper > 0 else {
            return points.last?.value ?? 0
        }
        let (from, to) = (points[upper - 1], points[upper])
        let width = (to.share - from.share) * 1_000
        return from.value + (to.value - from.value) * (place - from.share * 1_000) / width
    }
}
