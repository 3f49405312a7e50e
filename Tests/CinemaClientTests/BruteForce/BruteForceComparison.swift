import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// Compares a catalogue's answers to a query with those of brute force.
struct BruteForceComparison {
    let catalog: LocalCatalog
    let reference: BruteForceCatalog
    let query: FilmQuery
    /// What a failure says of the query.
    let told: Comment

    init(_ opened: BruteForceFixture.Opened, _ query: FilmQuery, told: String) {
        catalog = opened.catalog
        reference = opened.reference
        self.query = query
        self.told = Comment(rawValue: told)
    }

    /// As many rows as are asked for at once.
    private static let pageLength = 30

    /// Tells how many films the query has.
    func run(_ random: inout SeededGenerator) async throws -> Int {
        let first = PageRequest(count: Self.pageLength)
        let results = try await catalog.search(query, count: first.count)
        let expected = try rescued(results, BruteForceAnswer(reference, query))
        #expect(results.films.items.map(\.id.text) == expected.films(first), told)
        #expect(results.people.items.map(\.id.text) == expected.people(first), told)
        #expect(results.genres.items.map(\.id.text) == expected.genres(first), told)
        try await comparePages(expected, &random)
        try await compareStatistics(expected)
        return expected.films.count
    }

    /// The answer with the rows of the rescue behind it.
    private func rescued(
        _ results: SearchResults, _ asTyped: BruteForceAnswer
    ) throws -> BruteForceAnswer {
        guard let rescue = results.rescue else { return asTyped }
        #expect(asTyped.count < Rescue.threshold, told)
        #expect(rescue.typed == query.typed, told)
        #expect(rescue.filmsAsTyped == asTyped.films.count, told)
        #expect(rescue.peopleAsTyped == asTyped.people.count, told)
        #expect(rescue.genresAsTyped == asTyped.genres.count, told)
        let both = BruteForceAnswer(reference, query, rescue: rescue)
        #expect(both.count > asTyped.count, told)
        return both
    }

    /// A page in the middle, the last one, and one past the end.
    private func comparePages(
        _ expected: BruteForceAnswer, _ random: inout SeededGenerator
    ) async throws {
        let count = expected.films.count
        let last = max(0, count - Self.pageLength / 2)
        for offset in [random.number(0...count), last, count + 1] {
            let page = PageRequest(offset: offset, count: Self.pageLength)
            let films = try await catalog.films(query, page: page)
            #expect(films.items.map(\.id.text) == expected.films(page), told)
            #expect(films.offset == offset, told)
            #expect(!films.total.isExact || films.total.value == count, told)
        }
        let page = PageRequest(
            offset: random.number(0...expected.people.count), count: Self.pageLength)
        let people = try await catalog.people(query, page: page)
        #expect(people.items.map(\.id.text) == expected.people(page), told)
        let second = PageRequest(offset: 1, count: 5)
        let genres = try await catalog.genres(query, page: second)
        #expect(genres.items.map(\.id.text) == expected.genres(second), told)
    }

    private func compareStatistics(_ expected: BruteForceAnswer) async throws {
        let statistics = try await catalog.statistics(query)
        #expect(statistics.films == .exact(expected.films.count), told)
        #expect(statistics.people == .exact(expected.people.count), told)
        #expect(statistics.genres == .exact(expected.genres.count), told)
        #expect(statistics.facets.genres == expected.facets.genres, told)
        #expect(statistics.facets.decades == expected.facets.decades, told)
        #expect(statistics.facets.ratings == expected.facets.ratings, told)
    }
}
