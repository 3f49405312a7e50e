public import CinemaCore

/// The running program: applies what happens to the state, has its effects
/// carried out, draws.
///
/// It is an actor on the executor of the terminal's thread, so ncurses is only
/// ever used from there. Catalogues work on executors of their own and answer
/// by actions. What belongs to no actor prefers the same executor: left to the
/// global pool, a single continuation would start Dispatch and its timer, and
/// the program would never be at rest again.
public actor Program: TerminalProgram {
    private var state: AppState
    private let screen: any Screen
    private let catalog: any Catalog
    private let memory: (any Memory)?
    private let executor: any SerialExecutor & TaskExecutor
    private var drawn: Frame?
    private var needsFrame = true
    private var now = Moment(milliseconds: 0)
    private var alarms: [Effect.WakeName: Alarm] = [:]
    private var tasks = CatalogTasks()
    /// Hears how the source is doing.
    private var listening: Task<Void, Never>?
    private var randomNumbers: any RandomNumberGenerator & Sendable
    public private(set) var outcome: Outcome?

    private struct Alarm {
        var moment: Moment
        var action: Action
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// - Parameters:
    ///   - executor: runs on the terminal's thread.
    ///   - screen: handed over; nobody else may use it any more.
    public init(
        state: AppState, catalog: any Catalog, screen: sending any Screen,
        memory: (any Memory)? = nil, executor: any SerialExecutor & TaskExecutor,
        randomNumbers: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        self.state = state
        self.catalog = catalog
        self.screen = screen
        self.memory = memory
        self.executor = executor
        self.randomNumbers = randomNumbers
    }

    public func start(at moment: Moment) {
        now = moment
        apply(.capabilities(catalog.capabilities))
        apply(.start)
        listening = Task(executorPreference: executor) { [catalog, weak self] in
            for await status in catalog.statuses() { await self?.hear(status) }
        }
    }

    public func handle(_ event: TerminalEvent, at moment: Moment) {
        now = moment
        switch event {
        case .key(let key): apply(.key(key))
        case .paste(let text): apply(.paste(text))
        case .resize(let size): apply(.resize(size))
        case .resumed: apply(.resumed)
        case .terminate(let reason): apply(.terminate(reason))
        }
    }

    public func advance(to moment: Moment) {
        now = moment
        for (name, alarm) in alarms where alarm.moment <= moment {
            alarms[name] = nil
            apply(alarm.action)
        }
    }

    public var nextWake: Moment? { alarms.values.map(\.moment).min() }

    public var expectsReply: Bool { tasks.expectsReply }

    public var expectsNumbersOnly: Bool { tasks.expectsNumbersOnly }

    /// How many questions are under way.
    var questions: Int { tasks.count }

    public func present() {
        guard needsFrame else { return }
        needsFrame = false
        let frame = state.view()
        guard frame != drawn else { return }
        drawn = frame
        screen.present(frame)
    }

    /// Applies an action from outside, such as a notice or the progress of a
    /// catalogue that is being made.
    public func receive(_ action: Action) { apply(action) }

    /// How the source is doing; what it is may have been found out meanwhile.
    private func hear(_ status: CatalogStatus) {
        let capabilities = catalog.capabilities
        if capabilities != state.capabilities { apply(.capabilities(capabilities)) }
        apply(.status(status))
    }

    /// Ends everything that is under way; the answers are dropped.
    public func shutDown() {
        tasks.cancel { _ in true }
        listening?.cancel()
    }

    private func apply(_ action: Action) {
        needsFrame = true
        for effect in state.update(action) { carryOut(effect) }
    }

    private func carryOut(_ effect: Effect) {
        switch effect {
        case .quit(let outcome): self.outcome = self.outcome ?? outcome
        case .redraw: screen.redraw()
        case .suspend: screen.suspend()
        case .wake(let name, let delay, let action):
            alarms[name] = Alarm(moment: now.advanced(by: delay), action: action)
        case .cancelWake(let name): alarms[name] = nil
        case .rememberQuery(let text): memory?.remember(query: text)
        case .rememberViewed(let item): memory?.remember(viewed: item)
        case .cancelSearches: tasks.cancel { $0.belongsToQuery }
        case .cancelLoad: tasks.cancel { $0 == .record }
        case .dropPages(let pages, let tab):
            let dropped = Set(pages.map { CatalogTasks.Name.page(tab, offset: $0.offset) })
            tasks.cancel { dropped.contains($0) }
        case .cancelInspection: tasks.cancel { $0 == .inspection }
        case .copy(let text): screen.copy(text)
        case .summarize, .search, .count, .films, .people, .genres, .confirm, .load, .surprise,
            .inspect:
            ask(effect)
        }
    }

    /// Asks the catalogue and takes the reply in, unless the question was
    /// given up meanwhile.
    private func ask(_ effect: Effect) {
        guard let name = CatalogTasks.Name(effect) else { return }
        let seed = name == .surprise ? randomNumbers.next() : 0
        let number = tasks.nextNumber()
        let task = Task(executorPreference: executor) { [catalog] in
            let reply = await CatalogRequest.reply(to: effect, from: catalog, seed: seed)
            await self.take(reply, of: name, number)
        }
        tasks.start(name, number, isQuick: isQuick(effect), task)
    }

    private func take(_ reply: Action, of name: CatalogTasks.Name, _ number: Int) {
        if tasks.end(name, number) { apply(reply) }
    }

    /// Whether the answer usually comes within milliseconds, and the frame is
    /// the better for it: nobody waits for the network, nor for rows that are
    /// not on the screen.
    private func isQuick(_ effect: Effect) -> Bool {
        switch effect {
        case .films(_, let page, _) where !state.shows(page, in: .films): return false
        case .people(_, let page, _) where !state.shows(page, in: .people): return false
        case .genres(_, let page, _) where !state.shows(page, in: .genres): return false
        default: break
        }
        guard state.isRemote else { return true }
        switch effect {
        case .confirm, .summarize, .inspect: return false
        case .load: return state.status.snapshot?.stage == .complete
        default: return state.status.isInstant
        }
    }
}
