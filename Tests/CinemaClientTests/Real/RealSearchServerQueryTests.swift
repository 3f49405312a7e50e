import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// Filters, sorts, totals and facets of a search server, compared with a look
/// at every film and with a local catalogue of the same films.
///
/// Free text is compared loosely. What differs, and why:
/// - An analyzer with stems finds more: `wars` finds War, `musical` Music. Its stop
///   words are in no index, so that `the star` finds Star.
/// - An analyzer without folding does not know that é is e, nor ё е.
/// - A server searches descriptions where a local catalogue does not.
/// - A prefix is one of a stem: `starri` does not find Starring, of which the
///   index has `star`.
/// - Behind the exact titles films stand by the server's score.
@Suite(
    "A search server filters, sorts and counts exactly",
    .enabled(if: RealSearchServer.isThere, RealSearchServer.comment))
struct RealSearchServerQueryTests {
    static let filterTexts = [
        "", "genre:drama", "-genre:drama", "genre:comedy,western", "genre:comedy genre:drama",
        "genre:action rating:>=8 -genre:sci-fi", "rating:>=8", "rating:6.5..7.5", "rating:<=3",
        "rating:6.9", "-rating:5..8", "year:1990..1999", "-year:1990..1999", "year:1977",
        "year:2000.. genre:comedy", "runtime:<=100", "country:france",
        "country:\"united states\"", "country:россия", "country:\"côte d'ivoire\"",
        "-country:japan", "language:russian,french", "type:tv_show", "-type:movie",
        "type:movie year:..1960 rating:>=7", "person:\"George Lucas\"",
        "-person:\"George Lucas\"", "actor:\"Mark Hamill\"", "director:\"George Lucas\"",
        "writer:\"George Lucas\" actor:\"Mark Hamill\"",
    ]

    static let sortTexts = [
        "sort:-rating", "sort:rating", "genre:drama sort:-rating", "sort:year", "sort:-year",
        "sort:-reviews", "sort:reviews", "sort:runtime", "sort:-runtime",
        "country:japan year:1950.. sort:-rating", "rating:<=5 sort:-year",
    ]

    let server: RealSearchServer
    let catalog: any Catalog

    init() async throws {
        server = try RealSearchServer.current()
        catalog = try await server.fixture.catalog()
    }

    @Test(
        "a filter lets through what it says, as a local catalogue does, and is counted",
        arguments: filterTexts)
    func filters(_ text: String) async throws {
        let query = FilmQuery(text)
        guard isOffered(query) else { return }
        let expected = Set(server.reference.films(query))
        let found = try await catalog.everyFilm(query, by: 250).map(\.id.text)
        #expect(Set(found).count == found.count)
        #expect(Set(found) == expected)
        let local = try await Self.local.catalog().everyFilm(query, by: 1_000)
        #expect(Set(found) == Set(local.map(\.id.text)))
        let statistics = try await catalog.statistics(query)
        #expect(statistics.films == .exact(expected.count))
        guard catalog.capabilities.countsFacets else { return }
        let facets = server.reference.facets(query)
        let genres = statistics.facets.genres.map { ($0.genre.name, $0.films) }
        #expect(Dictionary(genres) { $0 + $1 } == facets.genres)
        #expect(statistics.facets.ratings == facets.ratings)
        let decades = statistics.facets.decades.map { ($0.decade, $0.films) }
        #expect(Dictionary(decades) { $0 + $1 } == facets.decades)
    }

    @Test("each genre has its films, by name and in the list of genres")
    func genres() async throws {
        var counts: [String: Int] = [:]
        for film in server.films {
            for genre in film.genres { counts[genre.name, default: 0] += 1 }
        }
        if catalog.capabilities.filters.contains("genre"), server.layout.tellsGenresApart {
            for (name, count) in counts {
                let query = FilmQuery(filters: [Filter(.genre([name]))])
                #expect(try await catalog.statistics(query).films == .exact(count), "\(name)")
            }
        }
        guard catalog.capabilities.countsFacets else { return }
        let rows = try await catalog.genres(FilmQuery(), page: PageRequest(count: 100)).items
        #expect(Dictionary(rows.map { ($0.name, $0.films) }) { $0 + $1 } == counts)
        #expect(rows.map(\.films) == rows.map(\.films).sorted(by: >))
    }

    @Test("a local catalogue of the same films sorts as it does", arguments: sortTexts)
    func sorts(_ text: String) async throws {
        let query = FilmQuery(text)
        guard isOffered(query) else { return }
        let rows = try await catalog.everyFilm(query)
        let local = try await Self.local.catalog().everyFilm(query, by: 1_000)
        // Films of the same rating or year may stand in any order.
        #expect(groups(rows, query.sort.field) == groups(local, query.sort.field))
        // Whatever the size of the pages, they are the same pages.
        #expect(try await catalog.everyFilm(query, by: 400).map(\.id) == rows.map(\.id))
    }

    @Test(
        "words find at least the films that have them in their titles",
        arguments: ["\"star wars\"", "clone wars", "lucky", "star -wars", "star w", "trek"])
    func words(_ text: String) async throws {
        let query = FilmQuery(text)
        guard catalog.capabilities.matchesPrefixes || !query.text.endsInPrefix else { return }
        let found = Set(try await catalog.everyFilm(query).map(\.id.text))
        let wanted = query.text.terms.flatMap(\.words)
        let excluded = Set(query.text.exclusions.flatMap(\.words).map(\.joined))
        for film in server.films {
            let words = TextFolding.words(in: film.title).map(\.joined)
            if !excluded.isDisjoint(with: words) {
                #expect(!found.contains(film.id), "\(film.title)")
            } else if wanted.allSatisfy({ words.contains($0.joined) }),
                query.text.exclusions.isEmpty
            {
                #expect(found.contains(film.id) || text.hasPrefix("\""), "\(film.title)")
            }
        }
        #expect(!found.isEmpty)
    }

    @Test("a title is found by all its words but the first, whatever an analyzer makes of them")
    func oddWords() async throws {
        let odd = server.films.filter { film in
            film.title.split(separator: " ").count > 3
                && film.title.contains { "'&-.".contains($0) || !$0.isASCII }
        }
        for film in odd.enumerated().filter({ $0.offset % 12 == 0 }).map(\.element) {
            let words = film.title.split(separator: " ").dropFirst().joined(separator: " ")
            let query = FilmQuery(words)
            guard query.filters.isEmpty, query.text.exclusions.isEmpty else { continue }
            let found = try await catalog.everyFilm(query).map(\.id.text)
            #expect(found.contains(film.id), "\(words)")
        }
    }

    /// The films as the layout tells them, imported.
    private static let local = CatalogFixture.imported(
        "the films of the search server",
        (try? RealSearchServer.current().reference.films) ?? [])

    private func isOffered(_ query: FilmQuery) -> Bool {
        let capabilities = catalog.capabilities
        guard query.filters.allSatisfy({ capabilities.filters.contains($0.fieldName) }),
            capabilities.sorts.contains(query.sort.field)
        else { return false }
        // Text without whole values finds more than it is asked for.
        let isByName = query.filters.contains { filter in
            switch filter.condition {
            case .genre, .person: true
            default: false
            }
        }
        return !(isByName && server.layout == .textOnly)
    }

    private struct Group: Equatable {
        var value: Int?
        var films: Set<String>
    }

    private func groups(_ rows: [FilmSummary], _ field: FilmSort.Field) -> [Group] {
        var groups: [Group] = []
        for row in rows {
            let value: Int? =
                switch field {
                case .rating: row.rating?.tenths
                case .year: row.year
                case .reviews: row.reviews
                case .runtime: row.runtime
                case .relevance, .title: 0
                }
            if groups.last?.value != value || groups.isEmpty {
                groups.append(Group(value: value, films: []))
            }
            groups[groups.count - 1].films.insert(row.id.text)
        }
        return groups
    }
}
