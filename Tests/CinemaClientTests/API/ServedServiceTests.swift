import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("Services behind a real port")
struct ServedServiceTests {
    @Test("are read as without one", arguments: [ServiceDialect.slashes, .literal, .panel])
    func served(_ dialect: ServiceDialect) async throws {
        let service = ServiceFixtures.service(dialect)
        let server = try service.serve()
        let curl = CurlClient()
        let catalog = APICatalog(
            name: "service", address: server.url, client: curl.client,
            provider: { _ in dialect.dialect })
        let page = try await catalog.films(FilmQuery(), page: PageRequest(count: 1_000))
        let known = ServiceFixtures.readable(dialect)
        #expect(page.items.map(\.id.text) == known.map(\.id))
        #expect(try await catalog.film(Identifier(known[0].id)).title == known[0].title)
        server.stop()
        curl.shutDown()
    }
}
