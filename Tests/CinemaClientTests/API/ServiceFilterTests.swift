import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("Filters and sorts of services")
struct ServiceFilterTests {
    static let filtering = ServiceDialect.all.filter { $0.paths["genres"] != nil }

    private func ids(
        _ dialect: ServiceDialect, _ query: String
    ) async throws -> [String] {
        try await ServiceFixtures.service(dialect).catalog().films(
            FilmQuery(query), page: PageRequest(count: 1_000)
        ).items.map(\.id.text)
    }

    private func known(
        _ dialect: ServiceDialect, _ isKept: (ServiceFilm) -> Bool
    ) -> [String] {
        ServiceFixtures.readable(dialect).filter(isKept).map(\.id)
    }

    @Test(
        "a genre is filtered by name or id, as the service wants it", arguments: ServiceDialect.all)
    func genre(_ dialect: ServiceDialect) async throws {
        let drama = known(dialect) { $0.genres.contains { $0.name == "Drama" } }
        #expect(try await ids(dialect, "genre:drama") == drama)
    }

    @Test("several genres and none of a genre", arguments: ServiceDialect.all)
    func genres(_ dialect: ServiceDialect) async throws {
        func has(_ film: ServiceFilm, _ name: String) -> Bool {
            film.genres.contains { $0.name == name }
        }
        let any = known(dialect) { has($0, "Drama") || has($0, "War") }
        #expect(try await ids(dialect, "genre:drama,war") == any)
        let both = known(dialect) { has($0, "Drama") && has($0, "War") }
        #expect(try await ids(dialect, "genre:drama genre:war") == both)
        let without = known(dialect) { !has($0, "Drama") }
        #expect(try await ids(dialect, "-genre:drama") == without)
    }

    @Test("a genre that there is not has no films, and is not asked for", arguments: filtering)
    func unknownGenre(_ dialect: ServiceDialect) async throws {
        let service = ServiceFixtures.service(dialect)
        let page = try await service.catalog().films(
            FilmQuery("genre:nosuch"), page: PageRequest(count: 5))
        #expect(page.items.isEmpty && page.total == .exact(0))
        #expect(!service.requests.contains { $0.contains("film") })
    }

    @Test(
        "ratings are filtered here, out of the pages that were read", arguments: ServiceDialect.all)
    func ratings(_ dialect: ServiceDialect) async throws {
        let good = known(dialect) { $0.tenths.map { $0 >= 80 } ?? false }
        #expect(try await ids(dialect, "rating:>=8") == good)
    }

    @Test("what rows do not tell is ignored, and the result says so")
    func ignored() async throws {
        let results = try await ServiceFixtures.service(.slashes).catalog().search(
            FilmQuery("year:1990..1999 person:pacino sort:year"), count: 10)
        #expect(results.films.items.count == 10)
        #expect(results.origin?.place == .loadedPages)
        #expect(results.origin?.ignored == ["year", "person", "sort"])
    }

    @Test("what rows do tell is filtered and sorted by")
    func panel() async throws {
        let films = try await ServiceFixtures.service(.panel).catalog().films(
            FilmQuery("year:1960..1999 actor:pacino sort:year"), page: PageRequest(count: 1_000)
        ).items
        #expect(!films.isEmpty)
        let years = films.compactMap(\.year)
        #expect(years.count == films.count && years == years.sorted())
        #expect(years.allSatisfy { (1_960...1_999).contains($0) })
    }

    @Test("both orders by rating are the server's, films without one last")
    func byRating() async throws {
        for dialect in ServiceDialect.all where !dialect.failsAtUnrated {
            let films = ServiceFixtures.corpus.films
            let ascending = try await ids(dialect, "sort:rating")
            let tenths = ascending.map { id in films.first { $0.id == id }?.tenths ?? 1_000 }
            #expect(tenths == tenths.sorted())
            #expect(ascending.count == films.count)
        }
    }

    @Test("a large catalogue is filtered as far as it was read, and says how far")
    func coverage() async throws {
        let corpus = ServiceCorpus(count: 1_500, seed: 5)
        let results = try await DialectService(.slashes, corpus).catalog().search(
            FilmQuery("sort:title"), count: 10)
        #expect(
            results.origin?.coverage == ResultOrigin.Coverage(read: 1_000, total: .atLeast(1_000)))
        #expect(results.films.total == .atLeast(1_000))
    }

    @Test("excluded words are left out of what the server found")
    func exclusions() async throws {
        for dialect in ServiceSearchTests.searching {
            let films = try await ServiceFixtures.service(dialect).catalog().films(
                FilmQuery("star -wars"), page: PageRequest(count: 50)
            ).items
            #expect(!films.isEmpty)
            #expect(films.allSatisfy { !$0.title.lowercased().contains("wars") })
        }
    }
}
