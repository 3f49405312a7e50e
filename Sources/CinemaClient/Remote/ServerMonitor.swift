internal import CinemaCore
internal import Synchronization

/// Knows whether the server is reached, and looks after one that is not, with
/// growing pauses, as long as somebody wants to know.
final class ServerMonitor: Sendable {
    typealias Probe = @Sendable () async throws(CatalogError) -> Void

    private struct State {
        var health: SourceHealth
        var isWatched = false
        var recovery: Task<Void, Never>?
    }

    private let state: Mutex<State>
    private let time: RunningTime
    private let thread: SerialThread
    private let probe: Probe
    private let report: @Sendable (CatalogStatus.Connection) -> Void

    /// - Parameters:
    ///   - thread: On which probes are made.
    ///   - report: Called at every change, on any thread.
    init(
        isOffline: Bool, time: RunningTime, thread: SerialThread, probe: @escaping Probe,
        report: @escaping @Sendable (CatalogStatus.Connection) -> Void
    ) {
        state = Mutex(State(health: SourceHealth(isOffline: isOffline)))
        self.time = time
        self.thread = thread
        self.probe = probe
        self.report = report
    }

    var mayAsk: Bool { state.withLock { $0.health.mayAsk(now: time.now) } }
    var health: SourceHealth { state.withLock { $0.health } }
    var connection: CatalogStatus.Connection { health.connection(now: time.now) }

    func reached() { change { $0.reached() } }

    func failed(_ error: CatalogError) {
        let now = time.now
        change { $0.failed(error, now: now) }
        recoverIfWatched()
    }

    private func change(_ body: (inout SourceHealth) -> Void) {
        let changed = state.withLock { state -> SourceHealth? in
            let before = state.health
            body(&state.health)
            return state.health == before ? nil : state.health
        }
        if let changed { report(changed.connection(now: time.now)) }
    }

    /// Says whether somebody looks at the state.
    func watch(_ isWatched: Bool) {
        let recovery = state.withLock { state -> Task<Void, Never>? in
            state.isWatched = isWatched
            guard !isWatched else { return nil }
            defer { state.recovery = nil }
            return state.recovery
        }
        recovery?.cancel()
        recoverIfWatched()
    }

    private func recoverIfWatched() {
        state.withLock { state in
            guard state.isWatched, state.recovery == nil, case .offline(_, _?) = state.health.state
            else { return }
            state.recovery = Task(executorPreference: thread) { [weak self] in
                await self?.waitUntilReachable()
                self?.state.withLock { $0.recovery = nil }
                // It may have gone away again in between.
                self?.recoverIfWatched()
            }
        }
    }

    /// Returns once the server is reached, or the task is cancelled.
    func waitUntilReachable() async {
        while !Task.isCancelled, case .offline(_, let retryAt) = health.state {
            // What was refused, such as a token, does not mend by itself.
            let delay = retryAt.map { $0 - time.now } ?? SourceHealth.delay(failures: 9)
            guard await time.sleep(max(delay, .milliseconds(10))) else { return }
            let now = time.now
            if state.withLock({ $0.health.takeTry(now: now) }) { await tryOnce() }
        }
    }

    private func tryOnce() async {
        do throws(CatalogError) {
            try await RequestContext.$current.withValue(RequestContext(.bypass)) {
                () async -> Result<Void, CatalogError> in
                do throws(CatalogError) { return .success(try await probe()) } catch {
                    return .failure(error)
                }
            }.get()
            reached()
        } catch {
            guard error.kind != .cancelled else { return }
            // Whatever it says, it is there.
            guard error.meansAway || error.kind == .unauthorized else { return reached() }
            if error.meansAway {
                report(connection)
            } else {
                failed(error)
            }
        }
    }
}
