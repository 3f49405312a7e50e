import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("A service that nobody described is read all the same")
struct DerivedServiceTests {
    /// What the program finds out of the service by asking it.
    private func derived(_ service: DialectService) throws -> APIDialect {
        var derivation = DialectDerivation(address: "http://films.test")
        let client = service.dialect.token
        for _ in 0..<30 {
            switch derivation.next {
            case .done(let dialect): return dialect
            case .failed(_, let cause): throw CatalogError(.unavailable, source: "", cause: cause)
            case .get(let target):
                var request = HTTPRequest(.get, "http://films.test" + target)
                if let client { request.fields.append("Authorization", "Bearer \(client)") }
                let answer = service.answer(request)
                derivation.take(ProbeAnswer(status: answer.status, body: answer.body))
            }
        }
        throw CatalogError(.unavailable, source: "", cause: "no end of questions")
    }

    @Test("its list, its films, its genres and its people", arguments: ServiceDialect.all)
    func everything(_ dialect: ServiceDialect) async throws {
        let service = ServiceFixtures.service(dialect)
        let found = try derived(service)
        let catalog = service.catalog { _ in found }
        let known = ServiceFixtures.readable(dialect)
        let page = try await catalog.films(FilmQuery(), page: PageRequest(count: 1_000))
        #expect(page.items.map(\.id.text) == known.map(\.id))
        let film = try await catalog.film(Identifier(known[1].id))
        #expect(film.title == known[1].title)
        let drama = try await catalog.films(
            FilmQuery("genre:drama"), page: PageRequest(count: 1_000))
        let dramas = known.filter { $0.genres.contains { $0.name == "Drama" } }
        #expect(drama.items.map(\.id.text) == dramas.map(\.id))
        guard dialect.paths["personSearch"] != nil else { return }
        let results = try await catalog.search(FilmQuery("love"), count: 10)
        #expect(results.people.items.contains { $0.name.hasSuffix("Love") })
        #expect(!results.films.items.isEmpty)
    }
}
