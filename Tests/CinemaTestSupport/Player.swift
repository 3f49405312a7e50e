public import CinemaCore

@testable public import CinemaTUI

/// Plays key scripts against the pure program: each effect is answered at
/// once by a catalogue, until nothing is left to do.
public struct Player {
    public var state: AppState
    public let catalog: any Catalog
    /// Every effect so far that is not a request to the catalogue.
    public private(set) var effects: [Effect] = []
    /// Every request to the catalogue so far.
    public private(set) var requests: [Effect] = []
    /// Whether requests wait for `answer` instead of being answered at once.
    public var holdsReplies = false
    /// The requests that wait, oldest first: those that were given up included,
    /// since an answer may be under way all the same.
    public private(set) var held: [Effect] = []
    /// Those of them that nothing has given up.
    public private(set) var wanted: [Effect] = []
    public var seed: UInt64 = 0
    /// The time that has gone by, in milliseconds, and what is set for later.
    private var now = 0
    private var alarms: [(name: Effect.WakeName, moment: Int, action: Action)] = []

    public init(
        catalog: any Catalog = StubCatalog(), columns: Int = 120, rows: Int = 30,
        traits: ScreenTraits = ScreenTraits(), query: String = "", recent: [RecentItem] = [],
        queryHistory: [String] = [], keyMap: KeyMap = .standard, holdsReplies: Bool = false,
        status: CatalogStatus = CatalogStatus()
    ) async {
        self.catalog = catalog
        self.holdsReplies = holdsReplies
        state = AppState(
            size: Size(columns: columns, rows: rows), traits: traits, keyMap: keyMap, query: query,
            queryHistory: queryHistory, recent: recent,
            sourceName: status.connection == .local ? "" : "films.example", status: status)
        await send(.capabilities(catalog.capabilities))
        await send(.start)
    }

    public mutating func send(_ action: Action) async {
        var pending = state.update(action)
        while !pending.isEmpty {
            let effect = pending.removeFirst()
            switch effect {
            case .summarize, .search, .count, .films, .people, .genres, .load, .surprise, .confirm,
                .inspect:
                requests.append(effect)
                guard !holdsReplies else {
                    held.append(effect)
                    // The same question again takes the place of the former.
                    wanted.removeAll { $0 == effect }
                    wanted.append(effect)
                    continue
                }
                let reply = await CatalogRequest.reply(to: effect, from: catalog, seed: seed)
                pending += state.update(reply)
            default:
                effects.append(effect)
                note(effect)
            }
        }
    }

    private mutating func note(_ effect: Effect) {
        switch effect {
        case .wake(let name, let delay, let action):
            alarms.removeAll { $0.name == name }
            alarms.append((name, now + delay, action))
        case .cancelWake(let name): alarms.removeAll { $0.name == name }
        case .dropPages(let pages, let tab):
            wanted.removeAll { effect in
                effect.page.map { $0.tab == tab && pages.contains($0.page) } ?? false
            }
        case .cancelInspection: wanted.removeAll { if case .inspect = $0 { true } else { false } }
        case .cancelLoad: wanted.removeAll { if case .load = $0 { true } else { false } }
        case .cancelSearches:
            wanted.removeAll { effect in
                switch effect {
                case .summarize, .load, .inspect: false
                default: true
                }
            }
        default: break
        }
    }

    /// Lets time go by, with all that is set for it.
    public mutating func wait(_ milliseconds: Int) async {
        let end = now + milliseconds
        while let next = alarms.indices.min(by: { alarms[$0].moment < alarms[$1].moment }),
            alarms[next].moment <= end
        {
            let alarm = alarms.remove(at: next)
            now = max(now, alarm.moment)
            await send(alarm.action)
        }
        now = end
    }

    /// What is set for later.
    public var waking: [Effect.WakeName] { alarms.map(\.name) }

    /// Answers a request that waits, by its place among them, or lets it fail.
    public mutating func answer(_ index: Int = 0, failing error: CatalogError? = nil) async {
        let effect = held.remove(at: index)
        if let place = wanted.firstIndex(of: effect) { wanted.remove(at: place) }
        guard let error else {
            await send(CatalogRequest.reply(to: effect, from: catalog, seed: seed))
            return
        }
        await send(CatalogRequest.failure(of: effect, error))
    }

    /// Answers every request that waits, and those that come of it.
    public mutating func answerAll() async {
        while !held.isEmpty { await answer() }
    }

    /// The first rows of the pages of the list that wait for an answer.
    public var awaitedPages: [Int] { wanted.compactMap { $0.page?.page.offset } }

    /// Types keys in their textual form: `play("star", "<Enter>", "q")`.
    public mutating func play(_ script: String...) async {
        for part in script {
            for key in Key.sequence(part) ?? [] { await send(.key(key)) }
        }
    }

    public var frame: Frame { state.view() }
    public var screen: String { state.view().text }

    /// The rows of the screen that hold a text.
    public func rows(with text: String) -> [String] {
        screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).filter {
            $0.contains(text)
        }
    }

    /// The outcome that the program asked for, if it asked to quit.
    public var outcome: Outcome? {
        for case .quit(let outcome) in effects { return outcome }
        return nil
    }
}

extension Effect {
    /// The rows that are asked for, if these are further rows of a list.
    public var page: (tab: Tab, page: PageRequest)? {
        switch self {
        case .films(_, let page, _): (.films, page)
        case .people(_, let page, _): (.people, page)
        case .genres(_, let page, _): (.genres, page)
        default: nil
        }
    }
}
