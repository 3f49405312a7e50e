public import CinemaCore
@testable public import CinemaTUI

/// Plays key scripts against the pure program: each effect is answered at
/// once by a catalogue, until nothing is left to do.
public struct Player {
    public var state: AppState
    public let catalog: any Catalog
    /// Every effect so far that is not a request to the catalogue.
    public private(set) var effects: [Effect] = []
    public var seed: UInt64 = 0

    public init(
        catalog: any Catalog = StubCatalog(), columns: Int = 120, rows: Int = 30,
        traits: ScreenTraits = ScreenTraits(), query: String = "", recent: [RecentItem] = [],
        queryHistory: [String] = []
    ) async {
        self.catalog = catalog
        state = AppState(
            size: Size(columns: columns, rows: rows), traits: traits, query: query,
            queryHistory: queryHistory, recent: recent)
        await send(.start)
    }

    public mutating func send(_ action: Action) async {
        var pending = state.update(action)
        while !pending.isEmpty {
            let effect = pending.removeFirst()
            switch effect {
            case .summarize, .search, .count, .films, .people, .genres, .load, .surprise:
                let reply = await CatalogRequest.reply(to: effect, from: catalog, seed: seed)
                pending += state.update(reply)
            default: effects.append(effect)
            }
        }
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
