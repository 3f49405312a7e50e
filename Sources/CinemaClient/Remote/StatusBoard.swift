internal import CinemaCore
internal import Synchronization

/// Tells listeners how the source is doing: what matters at once, progress at
/// most twice a second, for the line may be thin.
final class StatusBoard: Sendable {
    private struct State {
        var status: CatalogStatus
        var sent: CatalogStatus?
        var sentAt: Duration?
        var isSending = false
        var listeners: [Int: AsyncStream<CatalogStatus>.Continuation] = [:]
        var lastListener = 0

        /// What is to be sent now, to whom; it counts as sent.
        mutating func take(
            now: Duration
        ) -> (CatalogStatus, [AsyncStream<CatalogStatus>.Continuation])? {
            guard !listeners.isEmpty, status != sent else { return nil }
            if let sent, let sentAt, !status.isUrgent(after: sent),
                now < sentAt + StatusBoard.interval
            {
                return nil
            }
            sent = status
            sentAt = now
            return (status, Array(listeners.values))
        }
    }

    static let interval = Duration.milliseconds(500)

    private let state: Mutex<State>
    private let time: RunningTime

    init(_ status: CatalogStatus, time: RunningTime) {
        state = Mutex(State(status: status))
        self.time = time
    }

    var status: CatalogStatus { state.withLock { $0.status } }

    func update(_ body: (inout CatalogStatus) -> Void) {
        state.withLock { body(&$0.status) }
        send()
    }

    /// One thread sends at a time, and until nothing is left, so that the
    /// last status is the last that arrives; and none sends under the lock.
    private func send() {
        let begins = state.withLock { state in
            defer { state.isSending = true }
            return !state.isSending
        }
        guard begins else { return }
        while true {
            let now = time.now
            let next = state.withLock { state in
                let next = state.take(now: now)
                state.isSending = next != nil
                return next
            }
            guard let (status, listeners) = next else { return }
            for listener in listeners { listener.yield(status) }
        }
    }

    /// The status now, then its changes; `change` is told how many listen.
    func stream(_ change: @escaping @Sendable (Int) -> Void) -> AsyncStream<CatalogStatus> {
        let (stream, continuation) = AsyncStream<CatalogStatus>.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        let (id, count, status) = state.withLock { state in
            state.lastListener += 1
            state.listeners[state.lastListener] = continuation
            return (state.lastListener, state.listeners.count, state.status)
        }
        continuation.yield(status)
        continuation.onTermination = { [weak self] _ in
            guard let self else { return }
            change(
                self.state.withLock { state in
                    state.listeners[id] = nil
                    return state.listeners.count
                })
        }
        change(count)
        return stream
    }

    func finish() {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.finish() }
    }
}

extension CatalogStatus {
    /// Whether the reader should see it at once.
    fileprivate func isUrgent(after sent: CatalogStatus) -> Bool {
        connection != sent.connection || isInstant != sent.isInstant || readAt != sent.readAt
            || isStale != sent.isStale || nodes != sent.nodes || revision != sent.revision
            || snapshot?.stage != sent.snapshot?.stage
            || lastAnswer?.origin != sent.lastAnswer?.origin
            || (lastAnswer?.origin == .server && lastAnswer != sent.lastAnswer)
    }
}
