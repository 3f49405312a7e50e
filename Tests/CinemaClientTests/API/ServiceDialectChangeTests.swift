import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("A service that is not what it was")
struct ServiceDialectChangeTests {
    @Test("an answer that does not fit has the dialect derived anew, once")
    func renewed() async throws {
        let service = ServiceFixtures.service(.slashes)
        let asked = AskCounter()
        let catalog = service.catalog { isAnew in
            _ = asked.next()
            return isAnew ? ServiceDialect.slashes.dialect : ServiceDialect.panel.dialect
        }
        let page = try await catalog.films(FilmQuery(), page: PageRequest(count: 5))
        #expect(page.items.count == 5)
        #expect(asked.total == 2)
        #expect(catalog.capabilities.filters == ["genre"])
    }

    @Test("what does not fit after that either is told, or is empty", arguments: [404, 200])
    func vain(_ status: Int) async throws {
        let service = ServiceFixtures.service(.slashes)
        service.fail { _ in
            HTTPResponse(status: status, body: Array(#"{"detail":"nothing here"}"#.utf8))
        }
        let asked = AskCounter()
        let catalog = service.catalog { _ in
            _ = asked.next()
            return ServiceDialect.slashes.dialect
        }
        for _ in 0..<3 {
            do {
                let page = try await catalog.films(FilmQuery(), page: PageRequest(count: 5))
                #expect(status == 404 && page.items.isEmpty)
            } catch {
                #expect(status == 200 && error.kind == .invalidAnswer)
            }
        }
        #expect(asked.total == 2)
    }

    @Test(
        "whatever the body is, the answer is a sentence",
        arguments: [
            "<html>hello</html>", "", "nul", "[1,2,3]", #"[{"title":"no id"}]"#, "\u{0}\u{1}",
            #""text""#, "[[[[]]]]",
        ])
    func rubbish(_ body: String) async throws {
        let service = ServiceFixtures.service(.first)
        service.fail { _ in HTTPResponse(status: 200, body: Array(body.utf8)) }
        let catalog = service.catalog()
        do {
            let page = try await catalog.films(FilmQuery(), page: PageRequest(count: 5))
            #expect(page.items.isEmpty)
        } catch {
            #expect(error.kind == .invalidAnswer)
            #expect(!error.sentence.isEmpty && !error.sentence.contains("\u{0}"))
        }
    }

    @Test("a failure of the network is not of the dialect")
    func network() async throws {
        let asked = AskCounter()
        let catalog = APICatalog(
            name: "service", address: "http://films.test",
            client: HTTPClient { _ throws(HTTPError) in
                throw HTTPError(.connect, cause: "nobody listens there; start the server")
            },
            provider: { _ in
                _ = asked.next()
                return ServiceDialect.first.dialect
            })
        let error = await #expect(throws: CatalogError.self) {
            try await catalog.films(FilmQuery(), page: PageRequest(count: 5))
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.sentence == "service: nobody listens there; start the server")
        #expect(asked.total == 1)
    }
}
