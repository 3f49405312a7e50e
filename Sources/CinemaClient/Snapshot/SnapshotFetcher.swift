internal import CinemaCore

/// Reads a source into its snapshot: lists first, then films one by one, best
/// rated first, politely. It goes on where it or another process stopped.
actor SnapshotFetcher {
    enum Report: Sendable {
        case state(SnapshotState)
        case built(BuiltSnapshot)
        /// It goes no further before it is woken.
        case stopped(CatalogError)
        /// Nothing can be kept, such as where the disk is full.
        case ended
    }

    /// Why a step ended.
    enum Stop: Error {
        case catalog(CatalogError)
        case storage(SQLiteError)
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        store.thread.asUnownedSerialExecutor()
    }

    nonisolated let store: SnapshotStore
    let source: any SnapshotSource
    let monitor: ServerMonitor
    let policy: SnapshotPolicy
    let time: RunningTime
    let report: @Sendable (Report) -> Void
    var pace = SnapshotPace()
    var state = SnapshotState()
    /// The most films, by the policy or the source.
    var mostFilms = 0
    /// How long ago a film may have been seen that is in no list.
    var patience: Int64 = 0
    private var builtDetails = 0
    private var builtAt: Duration?
    private var rest: Task<Void, Never>?

    init(
        store: SnapshotStore, source: any SnapshotSource, monitor: ServerMonitor,
        policy: SnapshotPolicy, time: RunningTime, report: @escaping @Sendable (Report) -> Void
    ) {
        self.store = store
        self.source = source
        self.monitor = monitor
        self.policy = policy
        self.time = time
        self.report = report
    }

    /// Reads until the task is cancelled; ends at once where another process
    /// reads already.
    func run() async {
        guard let lock = await store.lock() else { return }
        // What is read here is kept here, not as answers too.
        await RequestContext.$current.withValue(RequestContext(.bypass)) { await readOn() }
        withExtendedLifetime(lock) {}
    }

    private func readOn() async {
        while !Task.isCancelled {
            do throws(Stop) {
                try await readOnce()
                await rest(until: state.listsReadAt.map { $0 + policy.listsAge })
            } catch {
                switch error {
                case .catalog(let error) where error.kind == .cancelled: return
                case .catalog(let error):
                    report(.stopped(error))
                    await rest(until: store.now() + 3_600)
                case .storage(let error):
                    report(.stopped(CatalogError(error, source: source.name)))
                    guard error.meansDamage else { return report(.ended) }
                }
            }
        }
    }

    /// Says that there may be something to read.
    func wake() { rest?.cancel() }

    /// Does nothing until a time of day, or until it is woken.
    private func rest(until end: Int64?) async {
        let seconds = end.map { max(60, $0 - store.now()) } ?? 24 * 3_600
        guard !Task.isCancelled else { return }
        let rest = Task(executorPreference: store.thread) { [time] in
            _ = await time.sleep(.seconds(seconds))
        }
        self.rest = rest
        await withTaskCancellationHandler {
            await rest.value
        } onCancel: {
            rest.cancel()
        }
        self.rest = nil
    }

    private func readOnce() async throws(Stop) {
        let plan = try await persistently { (source) async throws(CatalogError) in
            try await source.snapshotPlan()
        }
        state = try await stored { (database) throws(SQLiteError) in try database.state() }
        mostFilms = policy.films ?? plan.mostFilms
        patience = plan.listsAreWhole ? 0 : policy.detailsAge
        if plan.films ?? 0 > mostFilms { return try await end(.tooLarge) }
        let isTooLarge = state.stage == .tooLarge
        let isDue = policy.areListsDue(
            readAt: isTooLarge ? state.gaveUpAt : state.listsReadAt, now: store.now())
        if isTooLarge, !isDue { return report(.state(state)) }
        if state.stage != .lists || state.round == 0, isDue {
            let now = store.now()
            state = try await stored { (database) throws(SQLiteError) in
                try database.beginRound(plan, now: now)
                return try database.state()
            }
        }
        report(.state(state))
        if state.stage == .lists {
            guard try await readLists() else { return }
        } else if monitor.health.state != .online {
            // Nothing else would show whether the server is there.
            try await persistently { (source) async throws(CatalogError) in
                try await source.probe()
            }
        }
        try await readDetails()
    }

    // MARK: Asking and keeping

    /// Asks until there is an answer, waiting for a server that is away; after
    /// `most` failures of one that is there otherwise, gives up.
    func persistently<Value: Sendable>(
        most: Int = .max,
        _ ask: @Sendable (any SnapshotSource) async throws(CatalogError) -> Value
    ) async throws(Stop) -> Value {
        var failures = 0
        while true {
            guard await time.sleep(pace.start(now: time.now)) else {
                throw .catalog(.cancelled(source: source.name))
            }
            let begin = time.now
            let answers = RequestContext.current?.serverAnswers
            do throws(CatalogError) {
                let value = try await ask(source)
                // What a source knows by heart says nothing of its server.
                if answers != RequestContext.current?.serverAnswers {
                    pace.ended(after: time.now - begin)
                    monitor.reached()
                }
                return value
            } catch {
                failures += 1
                guard error.meansAway, failures < most else {
                    if error.kind == .unauthorized { monitor.failed(error) }
                    throw .catalog(error)
                }
                try await waitForServer(error)
            }
        }
    }

    func waitForServer(_ error: CatalogError) async throws(Stop) {
        pace.failed()
        monitor.failed(error)
        await monitor.waitUntilReachable()
        guard !Task.isCancelled else { throw .catalog(.cancelled(source: source.name)) }
    }

    func stored<Value: Sendable>(
        _ body: @Sendable (SnapshotDatabase) throws(SQLiteError) -> Value
    ) async throws(Stop) -> Value {
        do throws(SQLiteError) {
            return try await store.with(body)
        } catch {
            throw .storage(error)
        }
    }

    func end(_ stage: SnapshotState.Stage) async throws(Stop) {
        let time = store.now()
        state = try await stored { (database) throws(SQLiteError) in
            try database.set(stage)
            if stage == .tooLarge {
                try database.set("gave_up_at", .integer(time))
                try database.set("lists_read_at", .null)
            }
            return try database.state()
        }
        report(.state(state))
    }

    // MARK: Building

    func build() async {
        builtDetails = state.details
        builtAt = time.now
        if let built = await store.build() { report(.built(built)) }
    }

    /// Builds where enough was read for it.
    func buildIfDue() async {
        let seconds = builtAt.map { (time.now - $0).inSeconds } ?? .max
        guard
            policy.isBuildDue(
                details: state.details, built: builtDetails, films: state.films,
                seconds: Int64(seconds))
        else { return }
        await build()
    }

    /// Whether the catalogue of a former run has all that was read.
    private var isBuilt: Bool {
        guard let facts = SnapshotBuild.facts(directory: store.directory) else { return false }
        return facts.isWhole == state.isWhole && facts.films == state.films
            && facts.details == state.details && facts.readAt == state.listsReadAt
            && facts.isComplete == (state.stage == .complete)
    }

    /// Builds where anything was read since the last time.
    func buildIfChanged() async {
        let changes = await store.changes
        if builtAt == nil, isBuilt {
            builtDetails = state.details
            builtAt = time.now
        }
        guard builtAt == nil || builtDetails != state.details || changes > 0 else { return }
        await build()
    }
}
