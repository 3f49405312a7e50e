/// Which kept answers are being asked for again: each once at a time, and not
/// at once again where that has failed.
struct RefreshLedger {
    private var running: Set<String> = []
    /// A dead server is left in peace until then.
    private var pausedUntil: Int64 = .min

    static let pause: Int64 = 10
    /// A screen shows a few answers; more at once would be a flood.
    static let most = 8

    /// Whether the answer of a key may be asked for now; it is then running.
    mutating func begins(_ key: String, now: Int64) -> Bool {
        // A clock that was set back does not stop it for long.
        if pausedUntil > now + Self.pause { pausedUntil = .min }
        guard now >= pausedUntil, running.count < Self.most else { return false }
        return running.insert(key).inserted
    }

    mutating func ended(_ key: String, isAway: Bool, now: Int64) {
        running.remove(key)
        pausedUntil = isAway ? now + Self.pause : .min
    }
}
