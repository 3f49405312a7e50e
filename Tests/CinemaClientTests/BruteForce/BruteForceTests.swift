import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// Random queries of every kind, compared with a plain search through all of
/// the films. A failure tells the kind, the number and the text of the query,
/// which are the same every time.
@Suite("Every kind of query finds what a look at every film finds")
struct BruteForceTests {
    @Test(
        "rows, order, pages, totals and facets", arguments: BruteForceFixture.all,
        QueryKind.allCases)
    func queries(fixture: BruteForceFixture, kind: QueryKind) async throws {
        let opened = try await fixture.open()
        var telling = 0
        for number in 0..<fixture.queries {
            var random = SeededGenerator(seed: UInt64(number))
            let text = kind.text(opened.words, &random)
            var query = FilmQuery(text)
            if random.oneIn(6) { query.text.endsInPrefix = false }
            let end = query.text.endsInPrefix ? "…" : ""
            let comparison = BruteForceComparison(
                opened, query, told: "\(kind.rawValue) \(number): \(text)\(end)")
            let found = try await comparison.run(&random)
            if found > 0 && found < opened.words.films.count { telling += 1 }
        }
        // Else the comparison would be one of nothing with nothing.
        #expect(telling >= fixture.queries / 4 || kind == .nonsense)
    }

    @Test("all films, best first", arguments: BruteForceFixture.all)
    func everything(fixture: BruteForceFixture) async throws {
        let opened = try await fixture.open()
        let films = try await opened.catalog.films(FilmQuery(), page: PageRequest(count: 50_000))
        #expect(films.items.map(\.id.text) == opened.reference.ids)
    }
}
