internal import CinemaCore
internal import CurlHTTP
internal import Synchronization

/// A catalogue at a server: its snapshot where there is one, the server for
/// what that does not have, and what was seen before where the server is away.
///
/// A dead server is a state and no failure: only a question of which nothing
/// was ever read fails. The snapshot is read while somebody listens to
/// `statuses()`, so that a single question of the command line starts nothing.
final class RemoteCatalog: ClosableCatalog {
    typealias Server = any Catalog & SnapshotSource

    private struct Work {
        var fetcher: SnapshotFetcher?
        var task: Task<Void, Never>?
        var isWatched = false
        var lookedAt: Duration?
    }

    let server: Server
    let options: RemoteOptions
    let store: SnapshotStore?
    let board: StatusBoard
    let holder: SnapshotHolder
    let monitor: ServerMonitor
    let time: RunningTime
    /// Whether there are kept answers below the server, which serve without it.
    let keepsAnswers: Bool
    private let thread: SerialThread
    private let work = Mutex(Work())
    /// How the first rows of the last queries came.
    private let origins = Mutex(BoundedCache<FilmQuery, FirstRows>(capacity: 32))
    /// How often what was seen is still to be kept.
    private let keeping = Monitor(0)

    /// How often a look is taken at what other processes do, at most.
    private static let lookInterval = Duration.seconds(5)

    /// Opens what was kept of the source, in a millisecond or two on the
    /// calling thread; the server is not asked.
    ///
    /// - Parameter responses: The kept answers below `server`. It has to go
    ///   through them, be their capacity 0: they tell where answers came from.
    init(server: Server, options: RemoteOptions, responses: ResponseCache? = nil) {
        self.server = server
        self.options = options
        keepsAnswers = responses != nil
        let time = RunningTime(options.clock)
        self.time = time
        let store = options.directory.map {
            SnapshotStore(directory: $0, source: server.name, now: options.now)
        }
        self.store = store
        let thread = store?.thread ?? SerialThread()
        self.thread = thread
        let connection: CatalogStatus.Connection = options.isOffline ? .switchedOff : .connecting
        let board = StatusBoard(
            CatalogStatus(connection: connection, isInstant: false), time: time)
        self.board = board
        holder = SnapshotHolder(
            board: board, policy: options.policy,
            takesServersPlace: options.keepsSnapshot || options.isOffline, now: options.now)
        monitor = ServerMonitor(
            isOffline: options.isOffline, time: time, thread: thread,
            probe: { () async throws(CatalogError) in try await server.probe() },
            report: { connection in board.update { $0.connection = connection } })
        responses?.observe { [weak self] event in self?.note(event) }
        openSnapshot()
    }

    deinit { stop() }

    private func openSnapshot() {
        if let directory = options.directory, options.keepsSnapshot || options.isOffline,
            let built = SnapshotBuild.open(directory: directory, source: server.name)
        {
            holder.put(built)
        }
        guard options.keepsSnapshot, options.directory != nil else {
            let none = CatalogStatus.SnapshotProgress(stage: .none, read: 0, total: .exact(0))
            return board.update { $0.snapshot = none }
        }
    }

    nonisolated func shutDown() {
        stop()
        closeServer(within: .milliseconds(300))
        options.disconnect()
        // What was just seen is a few rows, which take a moment.
        _ = keeping.wait(until: { $0 == 0 }, within: .seconds(1))
    }

    /// Gives back what the server holds open for questions to come, while what
    /// was seen is kept on another thread; a server that is away, or slow,
    /// forgets it by itself.
    private func closeServer(within limit: Duration) {
        guard monitor.health.state == .online else { return }
        let isClosed = Monitor(false)
        Task(executorPreference: SerialThread()) { [server] in
            await server.close()
            isClosed.change { $0 = true }
        }
        _ = isClosed.wait(until: { $0 }, within: limit)
    }

    /// Ends all work, and returns when it has ended.
    func close() async {
        let task = work.withLock { $0.task }
        stop()
        await task?.value
    }

    func note(_ rows: FirstRows, of query: FilmQuery) {
        origins.withLock { $0.insert(rows, for: query) }
    }

    /// How the first rows of a query came; nil where that was long ago.
    func firstRows(_ query: FilmQuery) -> FirstRows? {
        origins.withLock { $0.value(query) }
    }

    private func stop() {
        work.withLock { $0.task }?.cancel()
        monitor.watch(false)
        board.finish()
    }

    nonisolated var capabilities: CatalogCapabilities {
        let atServer = server.capabilities
        guard holder.whole != nil || options.isOffline else { return atServer }
        var capabilities = CatalogCapabilities.all
        capabilities.inspects = atServer.inspects
        return capabilities
    }

    nonisolated func statuses() -> AsyncStream<CatalogStatus> {
        board.stream { [weak self] listeners in self?.listen(listeners > 0) }
    }

    private func listen(_ isWatched: Bool) {
        work.withLock { $0.isWatched = isWatched }
        monitor.watch(isWatched)
        if isWatched { fetch() }
    }

    /// What the kept answers tell of the server.
    private func note(_ event: ResponseCache.Event) {
        switch event {
        case .changed:
            monitor.reached()
            if holder.whole == nil { board.update { $0.revision += 1 } }
        case .confirmed: monitor.reached()
        case .away(let error):
            guard CachePolicy.meansAway(error) else { return }
            monitor.failed(
                CatalogError(.unavailable, source: server.name, cause: error.cause))
        case .refused(let status):
            guard status == 401 || status == 403 else { return }
            monitor.failed(
                CatalogError(
                    .unauthorized, source: server.name,
                    cause: "the server wants to know who asks (\(status)); give it a token"))
        }
    }
}

// The snapshot's work.
extension RemoteCatalog {
    /// Reads the snapshot, unless this or another process does already.
    private func fetch() {
        guard let store, options.keepsSnapshot, options.fetchesSnapshot, !options.isOffline else {
            return
        }
        work.withLock { work in
            guard work.task == nil, work.isWatched else { return }
            let fetcher = SnapshotFetcher(
                store: store, source: server, monitor: monitor, policy: options.policy,
                time: time, report: { [board, holder] in Self.note($0, board, holder) })
            work.fetcher = fetcher
            work.task = Task(executorPreference: thread) { [weak self] in
                await fetcher.run()
                self?.work.withLock { work in
                    work.task = nil
                    work.fetcher = nil
                }
            }
        }
    }

    private static func note(
        _ report: SnapshotFetcher.Report, _ board: StatusBoard, _ holder: SnapshotHolder
    ) {
        switch report {
        case .state(let state): board.update { $0.snapshot = state.progress }
        case .built(let built): holder.put(built)
        case .stopped: break
        case .ended:
            // Progress would be promised for ever.
            board.update { status in
                status.snapshot = CatalogStatus.SnapshotProgress(
                    stage: .none, read: 0, total: .exact(0))
            }
        }
    }

    /// Takes a look at what another process has read and built meanwhile: at
    /// questions, as nothing may wake up by itself.
    func lookAround() {
        guard let store, options.keepsSnapshot else { return }
        let now = time.now
        let isDue = work.withLock { work in
            guard work.task == nil, now >= work.lookedAt.map({ $0 + Self.lookInterval }) ?? .zero
            else { return false }
            work.lookedAt = now
            return true
        }
        guard isDue else { return }
        Task(executorPreference: thread) { [weak self, board, holder] in
            let newer = await store.built(otherThan: holder.built?.file)
            let state = await store.state()
            if let state { board.update { $0.snapshot = state.progress } }
            if let newer { holder.put(newer) }
            self?.fetch()
        }
    }

    /// Keeps what was seen on the screen; the fetcher reads more of it where
    /// that is `wanted`.
    func keep(
        _ areWhole: Bool, wanted: Bool = false,
        _ films: @escaping @Sendable () -> [FilmRecord]
    ) {
        guard let store, !options.isOffline else { return }
        let fetcher = work.withLock { $0.fetcher }
        keeping.change { $0 += 1 }
        Task(executorPreference: thread) { [keeping] in
            let isNew = await store.keepSeen(films(), areWhole: areWhole, wanted: wanted)
            keeping.change { $0 -= 1 }
            if isNew { await fetcher?.wake() }
        }
    }

    /// What was read of a source that cannot be asked; built from what was
    /// seen where no snapshot is whole. Nil where nothing was.
    func kept() async -> BuiltSnapshot? {
        if let whole = holder.whole { return whole }
        guard let store, let state = await store.state(), state.films > 0 else {
            return holder.built
        }
        let changes = await store.changes
        if let built = holder.built, changes == 0, built.facts.films >= state.films {
            return built
        }
        guard let built = await store.build() else { return holder.built }
        holder.put(built)
        return built
    }
}
