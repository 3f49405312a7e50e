import CinemaCore
import CinemaTestSupport
import Testing

/// Random queries over a small catalogue, compared with a plain search
/// through all of its films.
@Suite("Every query finds what a look at every film finds")
struct ReferenceComparisonTests {
    static let fixture = CatalogFixture.imported(count: 250, seed: 7)

    @Test("films, order and pages", arguments: 0..<10)
    func films(seed: Int) async throws {
        let catalog = try await Self.fixture.catalog()
        var random = SeededGenerator(seed: UInt64(seed))
        var queriesWithFilms = 0
        for _ in 0..<40 {
            let text = GeneratedFilms.query(&random)
            let query = FilmQuery(text)
            let expected = Self.fixture.reference.films(query)
            let results = try await catalog.search(query, count: 1_000)
            let found = results.films.items.map(\.id.text)
            let asTyped = results.rescue?.filmsAsTyped ?? found.count
            #expect(Array(found.prefix(asTyped)) == expected, "\(text)")
            #expect(results.films.total == .exact(found.count), "\(text)")

            if !expected.isEmpty, expected.count < 250 { queriesWithFilms += 1 }
            let offset = random.number(0...(found.count + 2))
            let count = random.number(0...30)
            let page = try await catalog.films(
                query, page: PageRequest(offset: offset, count: count))
            #expect(
                page.items.map(\.id.text) == Array(found.dropFirst(offset).prefix(count)), "\(text)"
            )
        }
        // Else the comparison would be one of nothing with nothing.
        #expect(queriesWithFilms >= 10)
    }

    @Test("totals and facets", arguments: 0..<5)
    func facets(seed: Int) async throws {
        let catalog = try await Self.fixture.catalog()
        var random = SeededGenerator(seed: UInt64(100 + seed))
        for _ in 0..<25 {
            let text = GeneratedFilms.query(&random)
            let query = FilmQuery(text)
            let results = try await catalog.search(query, count: 10)
            // A rescued query has more films than match as typed.
            guard results.rescue == nil else { continue }
            let expected = Self.fixture.reference.facets(query)
            let statistics = try await catalog.statistics(query)
            #expect(statistics.films == results.films.total, "\(text)")
            #expect(statistics.people == results.people.total, "\(text)")
            let genres = statistics.facets.genres.map { ($0.genre.name, $0.films) }
            #expect(Dictionary(uniqueKeysWithValues: genres) == expected.genres, "\(text)")
            let decades = statistics.facets.decades.map { ($0.decade, $0.films) }
            #expect(Dictionary(uniqueKeysWithValues: decades) == expected.decades, "\(text)")
            #expect(statistics.facets.ratings == expected.ratings, "\(text)")
        }
    }
}
