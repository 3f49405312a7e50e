internal import CinemaCore

/// Whether a server is reached, and when it is tried again: pure, with times
/// from any beginning.
struct SourceHealth: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case connecting
        case online
        /// Nil where trying again is no use before something else changes.
        case offline(CatalogError, retryAt: Duration?)
        case switchedOff
    }

    private(set) var state: State
    private var failures = 0

    init(isOffline: Bool) { state = isOffline ? .switchedOff : .connecting }

    /// 5, 10, 20, 40 and then every 60 seconds.
    static func delay(failures: Int) -> Duration {
        .seconds(min(60, 5 << max(0, min(failures - 1, 8))))
    }

    mutating func reached() {
        guard state != .switchedOff else { return }
        failures = 0
        state = .online
    }

    mutating func failed(_ error: CatalogError, now: Duration) {
        guard state != .switchedOff else { return }
        guard error.meansAway else {
            state = .offline(error, retryAt: nil)
            return
        }
        // Requests that ran at the same time fail together.
        if case .offline(_, let retryAt?) = state, now < retryAt { return }
        failures += 1
        state = .offline(error, retryAt: now + Self.delay(failures: failures))
    }

    /// Takes the next try: others wait for the one after it.
    mutating func takeTry(now: Duration) -> Bool {
        guard case .offline(let error, let retryAt?) = state, now >= retryAt else { return false }
        failures += 1
        state = .offline(error, retryAt: now + Self.delay(failures: failures))
        return true
    }

    /// Whether a question may go to the server, rather than wait for what is
    /// known to fail.
    func mayAsk(now: Duration) -> Bool {
        switch state {
        case .connecting, .online, .offline(_, nil): true
        case .offline(_, let retryAt?): now >= retryAt
        case .switchedOff: false
        }
    }

    func connection(now: Duration) -> CatalogStatus.Connection {
        switch state {
        case .connecting: .connecting
        case .online: .online
        case .switchedOff: .switchedOff
        case .offline(let error, let retryAt):
            .offline(error, retryAfterSeconds: retryAt.map { max(0, ($0 - now).inSeconds) })
        }
    }
}

extension CatalogError {
    /// Whether the source is away, rather than of another mind.
    var meansAway: Bool { kind == .unavailable || kind == .busy }
}
