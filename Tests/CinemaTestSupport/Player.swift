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
    /// The requests that wait, oldest first.
    public private(set) var held: [Effect] = []
    public var seed: UInt64 = 0

    public init(
        catalog: any Catalog = StubCatalog(), columns: Int = 120, rows: Int = 30,
        traits: ScreenTraits = ScreenTraits(), query: String = "", recent: [RecentItem] = [],
        queryHistory: [String] = [], keyMap: KeyMap = .standard, holdsReplies: Bool = false
    ) async {
        self.catalog = catalog
        self.holdsReplies = holdsReplies
        state = AppState(
            size: Size(columns: columns, rows: rows), traits: traits, keyMap: keyMap, query: query,
            queryHistory: queryHistory, recent: recent)
        await send(.start)
    }

    public mutating func send(_ action: Action) async {
        var pending = state.update(action)
        while !pending.isEmpty {
            let effect = pending.removeFirst()
            switch effect {
            case .summarize, .search, .count, .films, .people, .genres, .load, .surprise:
                requests.append(effect)
                guard !holdsReplies else {
                    held.append(effect)
                    continue
                }
                let reply = await CatalogRequest.reply(to: effect, from: catalog, seed: seed)
                pending += state.update(reply)
            default: effects.append(effect)
            }
        }
    }

    /// Answers a request that waits, by its place among them, or lets it fail.
    public mutating func answer(_ index: Int = 0, failing error: CatalogError? = nil) async {
        let effect = held.remove(at: index)
        guard let error else {
            await send(CatalogRequest.reply(to: effect, from: catalog, seed: seed))
            return
        }
        switch effect {
        case .search(_, _, let generation), .count(_, let generation),
            .films(_, _, let generation), .people(_, _, let generation),
            .genres(_, _, let generation):
            await send(.searchFailed(error, generation: generation))
        case .load(let target): await send(.loadFailed(error, target: target))
        default: await send(.notice(error.sentence))
        }
    }

    /// Answers every request that waits, and those that come of it.
    public mutating func answerAll() async {
        while !held.isEmpty { await answer() }
    }

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
