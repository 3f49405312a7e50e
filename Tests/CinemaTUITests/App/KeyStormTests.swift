import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Random keys, pastes, sizes and answers in any order: whatever happens, the
/// selection stays in its list and every frame can be shown.
struct KeyStormTests {
    private static let keys: [Key] = {
        let notations =
            "abgfsqrctyzhjklGHLSpi/?:. ,\"-0123456789йцукенплод七é\u{301}".map { Key($0) }
        return notations + KeyMap.standard.bindings.flatMap(\.keys)
    }()

    private static let pastes = [
        "genre:Drama ", "year:old ", "sort:-rating ", "\"film", "film\n\r\n5",
        "rating:>=7 year:1990.. ",
    ]

    /// A source that comes and goes, with and without a copy, and has news.
    private static func status(_ random: inout SeededGenerator) -> CatalogStatus {
        let kind = Int.random(in: 0..<6, using: &random)
        var status: CatalogStatus = kind % 2 == 0 ? .withSnapshot : .atTheServer
        if kind == 2 || kind == 3 { status = status.offline() }
        if kind == 4 { status.connection = .connecting }
        status.snapshot?.read = Int.random(in: 0..<1_000, using: &random)
        if Bool.random(using: &random) {
            status.snapshot?.stage = .details
            status.snapshot?.total = .atLeast(1_000)
        }
        return status.with(revision: Int.random(in: 0..<5, using: &random))
    }

    private static let additions = SearchResults(
        films: Page(
            items: [5, 3_000_000, 3_000_001].map(NumberedCatalog.film), total: .exact(3)),
        people: Page(
            items: [
                PersonSummary(id: Identifier("person-x"), name: "Person X", films: 0, roles: [])
            ], total: .exact(1)))

    @Test(arguments: [1, 2, 3, 4, 5, 6])
    func nothingThatHappensDoesHarm(_ seed: UInt64) async {
        var random = SeededGenerator(seed: seed)
        let numbered = NumberedCatalog(films: seed % 2 == 0 ? 1_000_000 : 300, countsLate: seed > 2)
        let isRemote = seed > 4
        let server = RemoteStub.index(numbered)
        server.set { $0.confirmation = Self.additions }
        let catalog: any Catalog = isRemote ? server : numbered
        var player = await Player(
            catalog: catalog, columns: 100, rows: 24, holdsReplies: true,
            status: isRemote ? .atTheServer : CatalogStatus())
        let error = CatalogError(.unavailable, source: "numbered", cause: "it is out of reach")
        var faults: [String] = []
        for step in 0..<5_000 {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<55:
                if let key = Self.keys.randomElement(using: &random) {
                    await player.send(.key(key))
                }
            case 55..<58:
                await player.send(.paste(Self.pastes.randomElement(using: &random) ?? ""))
            case 58..<60:
                await player.send(.paste(RandomText.make(length: 8, using: &random)))
            case 60..<63:
                let columns = Int.random(in: 0...140, using: &random)
                let rows = Int.random(in: 0...40, using: &random)
                await player.send(.resize(Size(columns: columns, rows: rows)))
            case 63..<64:
                await player.send(.stalled(generation: player.state.generation))
            case 64..<66 where isRemote:
                if Bool.random(using: &random) {
                    await player.send(.status(Self.status(&random)))
                } else {
                    await player.wait(Int.random(in: 0..<3_000, using: &random))
                }
            case 64..<67 where !player.held.isEmpty:
                let index = Int.random(in: 0..<player.held.count, using: &random)
                await player.answer(index, failing: error)
            default:
                guard !player.held.isEmpty else { continue }
                await player.answer(Int.random(in: 0..<player.held.count, using: &random))
            }
            faults += self.faults(player.state).map { "step \(step): \($0)" }
            if step % 10 == 0 {
                let seen = player.frame.faults + self.doorFaults(player.state)
                faults += seen.map { "step \(step): \($0)" }
            }
            if faults.count > 5 { break }
        }
        #expect(faults == [])
    }

    private func faults(_ state: AppState) -> [String] {
        var faults: [String] = []
        let results = state.browser.results
        let place = results.place
        if place.selected < 0 || place.selected > max(0, results.itemCount - 1) {
            faults.append("row \(place.selected) of \(results.itemCount) is selected")
        }
        if place.top < 0 { faults.append("the list begins at \(place.top)") }
        let field = state.browser.search.field
        if field.characters != Array(field.text) || field.cursor > field.characters.count {
            faults.append("the text is broken")
        }
        if state.past.count > AppState.historyLimit { faults.append("\(state.past.count) places") }
        if case .filters(let menu) = state.overlay {
            let choices = state.filterEntries(menu).filter(\.isSelectable)
            if !choices.indices.contains(menu.selected) { faults.append("choice \(menu.selected)") }
        }
        return faults
    }

    private func doorFaults(_ state: AppState) -> [String] {
        guard let document = state.document, !document.doors.isEmpty,
            !document.doors.indices.contains(state.browser.detail.door)
        else { return [] }
        return ["door \(state.browser.detail.door) of \(document.doors.count)"]
    }
}
