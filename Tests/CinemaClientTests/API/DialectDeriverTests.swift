import CinemaCore
import CurlHTTP
import Synchronization
import Testing

@testable import CinemaClient

/// A scripted service behind an HTTP client; remembers what was asked of it.
final class ServiceClient: Sendable {
    private let service: Mutex<ScriptedService>
    private let root: String?

    /// `root` is what the server says at `/`.
    init(_ service: ScriptedService, root: String? = nil) {
        self.service = Mutex(service)
        self.root = root
    }

    var asked: [String] { service.withLock { $0.asked } }

    var client: HTTPClient {
        HTTPClient { request async throws(HTTPError) in
            let target = String(request.url.dropFirst("http://films.example".count))
            if target == "/" {
                let body = self.root.map { Array($0.utf8) }
                return HTTPResponse(
                    status: body == nil ? 404 : 200, url: request.url, body: body ?? [])
            }
            let answer = self.service.withLock { $0.answer(target) }
            return HTTPResponse(status: answer.status, url: request.url, body: answer.body)
        }
    }
}

struct DialectDeriverTests {
    private func deriver(_ client: HTTPClient) -> DialectDeriver {
        DialectDeriver(name: "films", address: "http://films.example", client: client)
    }

    @Test func dialectIsDerivedOverHTTP() async throws {
        let service = ServiceClient(ScriptedService())
        let dialect = try await deriver(service.client).dialect()
        #expect(dialect.genreKey == .identifier && dialect.remarks == [])
        #expect(service.asked.count == 6)
    }

    @Test func searchServerIsKnownByItsBanner() async throws {
        let banners = [
            #"{"name":"a","cluster_name":"c","version":{"number":"8.1.0"},"tagline":"You Know, for Search"}"#,
            #"{"version":{"distribution":"opensearch","number":"2.1.0"},"tagline":"The OpenSearch Project"}"#,
        ]
        for banner in banners {
            let service = ServiceClient(ScriptedService(), root: banner)
            #expect(try await deriver(service.client).isSearchServer())
            #expect(service.asked == [])
        }
        let other = ServiceClient(ScriptedService(), root: #"{"version":"1","name":"films"}"#)
        #expect(try await !deriver(other.client).isSearchServer())
        #expect(try await deriver(other.client).dialect().document == "/api/openapi.json")
    }

    @Test func closedSearchServerAsksForAToken() async {
        let client = HTTPClient { _ async throws(HTTPError) in
            HTTPResponse(status: 401, body: Array(#"{"error":{"type":"security_exception"}}"#.utf8))
        }
        let error = await #expect(throws: CatalogError.self) {
            try await deriver(client).isSearchServer()
        }
        #expect(error?.kind == .unauthorized)
    }

    @Test func strangerIsNamedInOneSentence() async {
        let client = HTTPClient { request async throws(HTTPError) in
            HTTPResponse(status: 200, url: request.url, body: Array("<html>hello</html>".utf8))
        }
        let error = await #expect(throws: CatalogError.self) { try await deriver(client).dialect() }
        #expect(error?.kind == .unsupported)
        #expect(
            error?.sentence.hasPrefix(
                "films: http://films.example answers, but is neither a cinema API nor a search server"
            )
                == true)
    }

    @Test func silenceSaysWhereAndWhatToDo() async {
        let client = HTTPClient { _ async throws(HTTPError) in
            throw HTTPError(.connect, cause: "the connection was refused")
        }
        let error = await #expect(throws: CatalogError.self) { try await deriver(client).dialect() }
        #expect(error?.kind == .unavailable)
        #expect(
            error?.cause.contains("it cannot be reached: the connection was")
                == true)
    }

    @Test(arguments: [HTTPError.Kind.malformed, .noAnswer])
    func serverThatSpeaksNoHTTPIsNamedWithTheCause(kind: HTTPError.Kind) async {
        let client = HTTPClient { _ async throws(HTTPError) in
            throw HTTPError(kind, cause: "what came is not HTTP")
        }
        let error = await #expect(throws: CatalogError.self) { try await deriver(client).dialect() }
        #expect(error?.kind == .unavailable)
        #expect(error?.cause.contains("cannot be reached: what came is not HTTP") == true)
    }

    @Test func answerThatIsTooLargeIsOneThatTellsNothing() async throws {
        let service = ServiceClient(ScriptedService())
        let client = HTTPClient { request async throws(HTTPError) in
            if request.url.contains("search") { throw HTTPError(.tooLarge, cause: "too large") }
            return try await service.client.send(request)
        }
        let dialect = try await deriver(client).dialect()
        #expect(dialect.remarks == ["the search for films is not available (599)"])
    }
}
