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

    let use: CacheUse
    private let record = Mutex<[HTTPOrigin]>([])

    init(_ use: CacheUse = .usual) { self.use = use }

    /// Where the answers came from, in the order they came.
    var origins: [HTTPOrigin] { record.withLock { $0 } }

    func note(_ origin: HTTPOrigin) { record.withLock { $0.append(origin) } }

    /// When the oldest answer that was not the server's was read.
    var oldest: Int64? {
        origins.compactMap { origin -> Int64? in
            guard case .cache(_, let readAt) = origin else { return nil }
            return readAt
        }.min()
    }

    /// Whether the server was away, so that an expired answer served.
    var wasAway: Bool {
        origins.contains { origin in
            guard case .cache(.expired, _) = origin else { return false }
            return true
        }
    }

    /// Whether an answer was older than it should be.
    var isStale: Bool {
        origins.contains { origin in
            switch origin {
            case .cache(.stale, _), .cache(.expired, _): true
            case .cache(.fresh, _), .server: false
            }
        }
    }

    /// Whether there was an answer and none came from the server now.
    var isAllKept: Bool {
        let origins = origins
        return !origins.isEmpty && !origins.contains(.server)
    }
}
