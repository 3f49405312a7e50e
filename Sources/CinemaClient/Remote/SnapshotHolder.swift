internal import CinemaCore
internal import Synchronization

/// The catalogue that was built last, and what the status says of it.
final class SnapshotHolder: Sendable {
    private let state = Mutex<BuiltSnapshot?>(nil)
    private let board: StatusBoard
    private let policy: SnapshotPolicy
    private let now: @Sendable () -> Int64
    private let takesServersPlace: Bool

    /// - Parameter takesServersPlace: Whether a catalogue with every film
    ///   answers though the server is there.
    init(
        board: StatusBoard, policy: SnapshotPolicy, takesServersPlace: Bool,
        now: @escaping @Sendable () -> Int64
    ) {
        self.board = board
        self.policy = policy
        self.takesServersPlace = takesServersPlace
        self.now = now
    }

    var built: BuiltSnapshot? { state.withLock { $0 } }

    /// The catalogue, if it has every film of the source and answers for it.
    var whole: BuiltSnapshot? {
        built.flatMap { takesServersPlace && $0.facts.isWhole ? $0 : nil }
    }

    func isStale(_ built: BuiltSnapshot) -> Bool {
        policy.areListsDue(readAt: built.facts.readAt, now: now())
    }

    /// Answers come from `built` from now on.
    func put(_ built: BuiltSnapshot) {
        state.withLock { $0 = built }
        let isWhole = whole != nil
        let isStale = isStale(built)
        let readAt = WallClock.localTime(built.facts.readAt, now: now())
        board.update { status in
            status.isInstant = isWhole
            status.readAt = readAt
            status.isStale = isStale
            // A few films that were seen are no news of rows of the server.
            if isWhole { status.revision += 1 }
        }
    }
}
