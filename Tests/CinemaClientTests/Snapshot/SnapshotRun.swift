import CinemaCore
import CinemaTestSupport
import Synchronization

@testable import CinemaClient

/// One program that reads a source, over a clock that waits for nothing.
final class SnapshotRun: Sendable {
    let clock = HastyClock()
    let store: SnapshotStore
    let monitor: ServerMonitor
    private let fetcher: SnapshotFetcher
    private let connectionRecorder: Recorder<CatalogStatus.Connection>
    private let reportRecorder: Recorder<SnapshotFetcher.Report>
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(_ source: any SnapshotSource, _ directory: TestDirectory, films: Int = 20_000) {
        let store = SnapshotStore(
            directory: directory.path, source: "stub", now: clock.timeOfDay)
        self.store = store
        let time = RunningTime(clock)
        var policy = SnapshotPolicy()
        policy.films = films
        let connections = Recorder<CatalogStatus.Connection>()
        let reports = Recorder<SnapshotFetcher.Report>()
        connectionRecorder = connections
        reportRecorder = reports
        monitor = ServerMonitor(
            isOffline: false, time: time, thread: store.thread,
            probe: { () async throws(CatalogError) in _ = try await source.snapshotGenres() },
            report: { connections.add($0) })
        fetcher = SnapshotFetcher(
            store: store, source: source, monitor: monitor, policy: policy, time: time,
            report: { reports.add($0) })
    }

    var seenConnections: [CatalogStatus.Connection] { connectionRecorder.values }
    var built: [BuiltSnapshot] {
        reportRecorder.values.compactMap { if case .built(let built) = $0 { built } else { nil } }
    }
    var states: [SnapshotState] {
        reportRecorder.values.compactMap { if case .state(let state) = $0 { state } else { nil } }
    }
    var lastState: SnapshotState? { states.last }
    var stopped: CatalogError? {
        reportRecorder.values.compactMap { if case .stopped(let error) = $0 { error } else { nil } }
            .last
    }

    func start() {
        let task = Task(executorPreference: store.thread) { [fetcher] in await fetcher.run() }
        self.task.withLock { $0 = task }
    }

    /// Reads until there is nothing more to do.
    func finish() async {
        start()
        await clock.waitForRest()
    }

    /// Ends as a killed program does: in the middle of whatever it did.
    func kill() async {
        let task = task.withLock { $0 }
        task?.cancel()
        await task?.value
    }
}

final class Recorder<Value: Sendable>: Sendable {
    private let recorded = Mutex<[Value]>([])

    func add(_ value: Value) { recorded.withLock { $0.append(value) } }

    var values: [Value] { recorded.withLock { $0 } }
}
