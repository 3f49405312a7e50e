/// How the reader moves through a list: by how many rows at a time, and
/// whether again and again. What comes next is fetched accordingly.
struct ListMotion: Equatable, Sendable {
    /// The rows of the last move; negative is upwards.
    private(set) var step = 0
    /// Whether the move before went the same way: a key is held.
    private(set) var isRepeated = false

    /// How many moves ahead rows are fetched while a key is held: keys repeat
    /// up to thirty times a second, so this is a quarter of a second.
    private static let movesAhead = 8

    mutating func move(by step: Int) {
        isRepeated = step.signum() == self.step.signum() && step != 0
        self.step = step
    }

    /// The rows around the `seen` ones that are likely to be seen next: half a
    /// screen on each side, and farther where the reader is going, but no
    /// farther than `limit` rows.
    func around(_ seen: Range<Int>, limit: Int = 0) -> Range<Int> {
        let height = seen.count
        // After a jump nothing tells where the reader goes.
        let isJump = abs(step) > 3 * height
        let ahead = isJump ? 0 : min(limit, abs(step) * (isRepeated ? Self.movesAhead : 1))
        let margin = max(1, height / 2)
        let above = step < 0 ? max(margin, ahead) : margin
        let below = step > 0 ? max(margin, ahead) : margin
        let first = max(0, seen.lowerBound - above)
        // In a window without a list the place may lie above the first row.
        return first..<max(first, seen.upperBound + below)
    }
}
