/// When a snapshot is read anew, retried and built: pure, with the times as
/// parameters, in seconds.
struct SnapshotPolicy: Equatable, Sendable {
    /// The most films; more are searched at the server. Nil for what suits the
    /// source.
    var films: Int?
    /// After as long the lists are read anew.
    var listsAge: Int64 = 24 * 3_600
    /// After as long a film is read anew, though its row is the same.
    var detailsAge: Int64 = 7 * 24 * 3_600
    /// Between two builds.
    var buildInterval: Int64 = 10
    /// How often a film is tried.
    var attempts = 5

    func areListsDue(readAt: Int64?, now: Int64) -> Bool {
        guard let readAt else { return true }
        // A clock that was set back makes everything old.
        return now >= readAt + listsAge || now < readAt - listsAge
    }

    /// When a film that failed so often is tried again; nil for never.
    func retry(attempts: Int, now: Int64) -> Int64? {
        guard attempts < self.attempts else { return nil }
        return now + min(3_600, 15 << Int64(2 * max(0, attempts - 1)))
    }

    /// Whether what was read since the last build is worth another one.
    func isBuildDue(details: Int, built: Int, films: Int, seconds: Int64) -> Bool {
        guard seconds >= buildInterval else { return false }
        let added = details - built
        return added >= 20 && (details >= built * 2 || added >= max(20, films / 5))
    }
}
