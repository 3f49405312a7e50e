internal import CurlHTTP
internal import Synchronization

/// How the requests of a task use the kept answers, and where their answers
/// came from.
///
/// It is a task-local value, so that a catalogue that makes requests need not
/// know of either: whoever asks the catalogue looks at it afterwards.
final class RequestContext: Sendable {
    enum CacheUse: Sendable {
        case usual
        /// Always the server, and nothing is kept: for what is kept elsewhere.
        case bypass
    }

    @TaskLocal static var current: RequestContext?

    private struct Record {
        var fromServer = 0
        var fresh = 0
        var stale = 0
        var expired = 0
        var oldest: Int64?
        var took: Int?
    }

    let use: CacheUse
    private let record = Mutex(Record())

    init(_ use: CacheUse = .usual) { self.use = use }

    func note(_ origin: HTTPOrigin) {
        record.withLock { record in
            switch origin {
            case .server: record.fromServer += 1
            case .cache(let state, let readAt):
                record.oldest = min(record.oldest ?? readAt, readAt)
                switch state {
                case .fresh: record.fresh += 1
                case .stale: record.stale += 1
                case .expired: record.expired += 1
                }
            }
        }
    }

    /// What a server says it took itself for an answer, in milliseconds; those
    /// of several answers add up.
    func noteTook(milliseconds: Int) {
        guard milliseconds >= 0 else { return }
        record.withLock { $0.took = ($0.took ?? 0) &+ milliseconds }
    }

    /// What the server took itself, in milliseconds; nil where it did not say.
    var took: Int? { record.withLock { $0.took } }

    /// How many answers the server itself gave.
    var serverAnswers: Int { record.withLock { $0.fromServer } }

    /// When the oldest answer that was not the server's was read.
    var oldest: Int64? { record.withLock { $0.oldest } }

    /// Whether the server was away, so that an expired answer served.
    var wasAway: Bool { record.withLock { $0.expired > 0 } }

    /// Whether an answer was older than it should be.
    var isStale: Bool { record.withLock { $0.stale + $0.expired > 0 } }
}
