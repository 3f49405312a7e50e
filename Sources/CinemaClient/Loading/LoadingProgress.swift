/// Tells how far a load is, often enough that who wants it to end is not kept
/// waiting, and seldom enough to cost nothing.
///
/// Belongs to the thread that loads; `stop` is what other threads look at.
final class LoadingProgress {
    /// The steps of a load in their order; the shares of the time are estimates,
    /// good enough for a line of progress.
    enum Step: Int, CaseIterable {
        case identities, ranking, people, titles, persons, films, words, starts, indices

        var share: Double {
            switch self {
            case .identities: 0.02
            case .ranking: 0.15
            case .people: 0.07
            case .titles: 0.11
            case .persons: 0.12
            case .films: 0.25
            case .words: 0.1
            case .starts: 0.12
            case .indices: 0.06
            }
        }
    }

    private static let clock = ContinuousClock()
    private static let pause = Duration.milliseconds(50)
    /// Looking at the clock costs as much as a small record.
    private static let recordsBetweenLooks = 128

    /// Interrupted when the load has failed or is not wanted any more.
    let stop = InterruptHandle()
    private let report: (Double) throws(SQLiteError) -> Void
    private var step = Step.identities
    private var before = 0.0
    private var total = 1
    private var done = 0
    private var lastLook = 0
    private var lastReport = clock.now

    init(_ report: @escaping (Double) throws(SQLiteError) -> Void) {
        self.report = report
    }

    /// Begins a step of so many records.
    func begin(_ step: Step, total: Int) throws(SQLiteError) {
        self.step = step
        self.total = max(1, total)
        before = Step.allCases.prefix(step.rawValue).reduce(0) { $0 + $1.share }
        done = 0
        lastLook = 0
        try tell()
    }

    func end() throws(SQLiteError) { try report(1) }

    /// One more record is done.
    func advance() throws(SQLiteError) {
        done += 1
        guard done - lastLook >= Self.recordsBetweenLooks else { return }
        lastLook = done
        try look()
    }

    /// Tells how far it is, if that was some time ago.
    func look() throws(SQLiteError) {
        guard Self.clock.now - lastReport >= Self.pause else { return }
        try tell()
    }

    private func tell() throws(SQLiteError) {
        lastReport = Self.clock.now
        try report(before + step.share * min(1, Double(done) / Double(total)))
    }

    /// What a work on another thread gave; tells how far it is meanwhile.
    func result<Outcome>(
        of work: SideWork<Result<Outcome, SQLiteError>>
    ) throws(SQLiteError) -> Outcome {
        while !work.hasEnded(within: .milliseconds(50)) { try look() }
        return try work.result().get()
    }
}
