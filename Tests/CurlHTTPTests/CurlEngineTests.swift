import CinemaTestSupport
import CurlHTTP
import Testing

@Suite("A request", .timeLimit(.minutes(1)))
struct CurlEngineTests {
    private let curl = CurlClient(CurlConfiguration(userAgent: "cinema/test"))

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

    @Test("says who asks, and sends the fields and credentials it is given")
    func fields() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        var request = HTTPRequest(.get, server.url)
        request.fields.append("Accept", "application/json")
        request.fields.append("X-Empty", "")
        request.credentials.append("Authorization", "Bearer secret")
        _ = try await curl.client.send(request)
        let received = try #require(server.requests.first)
        #expect(received.fields["User-Agent"] == "cinema/test")
        #expect(received.fields["Accept"] == "application/json")
        #expect(received.fields["X-Empty"] == "")
        #expect(received.fields["Authorization"] == "Bearer secret")
        #expect(received.fields["Accept-Encoding"]?.contains("gzip") == true)
        #expect(!request.description.contains("secret"))
    }

    @Test("with a body sends it as it is", arguments: [HTTPMethod.post, .delete, .get])
    func body(method: HTTPMethod) async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        var request = HTTPRequest(method, server.url, body: Array(#"{"q": "\u0000ё"}"#.utf8))
        request.fields.append("Content-Type", "application/json")
        _ = try await curl.client.send(request)
        let received = try #require(server.requests.first)
        #expect(received.method == method.rawValue)
        #expect(received.body == request.body)
        #expect(received.fields["Content-Type"] == "application/json")
        #expect(received.fields["Expect"] == nil)
    }

    @Test("with a field of two lines is refused")
    func twoLines() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        var request = HTTPRequest(.get, server.url)
        request.fields.append("X-Name", "a\r\nX-Other: b")
        #expect(await failure(of: request) == .credentials)
        #expect(server.requests.isEmpty)
    }

    @Test("gets what was compressed or sent in pieces as one body")
    func decoded() async throws {
        let text = String(repeating: "the same again, ", count: 4_000)
        let server = try ScriptedServer { request in
            request.path == "/gzip" ? .gzip(Array(text.utf8)) : .chunked(["[1,", "2", "]"])
        }
        let gzip = try await curl.client.send(HTTPRequest(.get, server.url + "/gzip"))
        #expect(gzip.body == Array(text.utf8))
        #expect(gzip.timing.bytesReceived < text.utf8.count / 10)
        let chunked = try await curl.client.send(HTTPRequest(.get, server.url))
        #expect(chunked.body == Array("[1,2]".utf8))
    }

    @Test("takes the last header, whatever came before it and comes behind the body")
    func interim() async throws {
        let server = try ScriptedServer { _ in
            .raw(
                "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\nContent-Length: 1\r\n\r\n"
                    + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Name: a\r\n\r\n"
                    + "2\r\n[]\r\n0\r\nX-Name: b\r\n\r\n")
        }
        let response = try await curl.client.send(HTTPRequest(.get, server.url))
        #expect(response.body == Array("[]".utf8))
        #expect(response.fields.fields.map(\.value) == ["chunked", "a"])
    }

    @Test(
        "takes any status for an answer", arguments: [204, 304, 401, 403, 404, 422, 429, 500, 503])
    func status(_ status: Int) async throws {
        let server = try ScriptedServer { _ in
            status == 204 || status == 304
                ? .answer(status) : .status(status, fields: ["Retry-After": "1"])
        }
        #expect(try await curl.client.send(HTTPRequest(.get, server.url)).status == status)
    }

    @Test("uses the connection of the one before")
    func reuse() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        for _ in 0..<5 { _ = try await curl.client.send(HTTPRequest(.get, server.url)) }
        let last = try await curl.client.send(HTTPRequest(.get, server.url))
        #expect(server.connectionCount == 1)
        #expect(last.timing.connected == .zero)
    }

    @Test("opens another connection where the server closed the kept one")
    func closedByServer() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        _ = try await curl.client.send(HTTPRequest(.get, server.url))
        server.closeIdleConnections()
        _ = try await curl.client.send(HTTPRequest(.get, server.url))
        #expect(server.connectionCount == 2)
    }

    @Test("waits for one of six connections to a host, without running out of time")
    func connectionsPerHost() async throws {
        let gate = ServerGate()
        let server = try ScriptedServer { _ in .json("[]").held(by: gate) }
        let limits = HTTPLimits(connect: .milliseconds(200))
        let client = curl.client
        let url = server.url
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await client.send(HTTPRequest(.get, url + "/\(number)", limits: limits))
                        .status
                }
            }
            try await curl.clock.sleep(for: .milliseconds(300))
            #expect(server.connectionCount == 6)
            gate.open()
            for try await status in group { #expect(status == 200) }
        }
        #expect(server.connectionCount == 6)
        #expect(Set(server.requests.map(\.path)).count == 20)
    }

    @Test("is answered though the one before it is not")
    func outOfOrder() async throws {
        let gate = ServerGate()
        let server = try ScriptedServer { request in
            request.path == "/slow" ? .json("1").held(by: gate) : .json("2")
        }
        async let slow = curl.client.send(HTTPRequest(.get, server.url + "/slow"))
        let fast = try await curl.client.send(HTTPRequest(.get, server.url + "/fast"))
        #expect(fast.body == Array("2".utf8))
        gate.open()
        #expect(try await slow.body == Array("1".utf8))
    }

    private func failure(of request: HTTPRequest) async -> HTTPError.Kind? {
        await curl.client.failure(of: request)?.kind
    }
}
