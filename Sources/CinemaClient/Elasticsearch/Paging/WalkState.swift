/// What is held open for one plan, and what is known of its rows.
final class WalkState {
    let plan: ResultPlan
    var point: PointInTime?
    /// Under way; with no point where the server has none.
    var opening: Task<Result<PointInTime?, SearchFailure>, Never>?
    var anchors = WalkAnchors()
    /// How many rows there are, as of the point in time.
    var total: Int?
    /// Whether rows are not found by counting.
    var refusesCounts = false
    var scroll: Scroll?
    /// Whether a question goes on with the scroll, and who waits for it.
    var isScrolling = false
    var waiting: [CheckedContinuation<Void, Never>] = []

    /// A scroll, and the last rows that came of it.
    struct Scroll {
        var id: String
        var total: Int
        /// The place of the first row of `rows`.
        var start: Int
        var rows: ResultWindow
        var isAtEnd: Bool

        var end: Int { start + rows.hits.count }
    }

    init(_ plan: ResultPlan) { self.plan = plan }
}
