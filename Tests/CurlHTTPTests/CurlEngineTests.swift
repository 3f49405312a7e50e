import CinemaTestSupport
import CurlHTTP
import Testing

@Suite("A request", .timeLimit(.minutes(1)))
struct CurlEngineTests {
    private let curl = CurlClient()

    @Test("brings status, fields and body")
    func answer() async throws {
        let server = try ScriptedServer { _ in .json(#"{"a": 1}"#, fields: ["ETag": "\"7\""]) }
        let response = try await curl.client.send(HTTPRequest(.get, server.url + "/films?page=1"))
        #expect(response.status == 200)
        #expect(response.fields["etag"] == "\"7\"")
        #expect(response.body == Array(#"{"a": 1}"#.utf8))
        #expect(response.url == server.url + "/films?page=1")
        #expect(server.requests.map(\.target) == ["/films?page=1"])
    }
}
