import CinemaTestSupport
import CurlHTTP
import Testing

/// What a server does, and how the request then fails; in every case at once
/// or when its time is over.
struct Misbehaviour: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var behaviour: Behaviour
    var kind: HTTPError.Kind

    init(_ description: String, _ behaviour: Behaviour, _ kind: HTTPError.Kind) {
        testDescription = description
        self.behaviour = behaviour
        self.kind = kind
    }

    private static let films = Behaviour.json(#"[{"id": 1, "title": "Casablanca"}]"#)
    private static let header = "HTTP/1.1 200 OK\r\n"
    private static let chunked = header + "Transfer-Encoding: chunked\r\n\r\n"

    static let all = [
        Misbehaviour("hangs before the header", .hang, .firstByteTimeout),
        Misbehaviour("hangs in the first line", films.cut(after: 8, .hang), .firstByteTimeout),
        Misbehaviour("hangs in the header", films.cut(after: 40, .hang), .totalTimeout),
        Misbehaviour("hangs in the body", films.cut(inBodyAfter: 5, .hang), .totalTimeout),
        Misbehaviour(
            "drips a byte at a time", films.dripping(every: .milliseconds(20)), .totalTimeout),
        Misbehaviour("closes without an answer", .close, .noAnswer),
        Misbehaviour("resets without an answer", .reset, .noAnswer),
        Misbehaviour("ends in the header", films.cut(after: 40), .truncated),
        Misbehaviour("ends in the body", films.cut(inBodyAfter: 5), .truncated),
        Misbehaviour("resets in the body", films.cut(inBodyAfter: 5, .reset), .truncated),
        Misbehaviour("claims more than it sends", films.claiming(1_000).closing, .truncated),
        Misbehaviour(
            "sends a chunk of no size", .raw(chunked + "zz\r\nabc\r\n0\r\n\r\n"), .malformed),
        Misbehaviour("ends in a chunk", .raw(chunked + "10\r\nabc"), .truncated),
        Misbehaviour("ends after a chunk", .raw(chunked + "3\r\nabc\r\n"), .truncated),
        Misbehaviour("sends bytes that are nothing", .raw("\u{1}\u{2}\u{3}\n\n"), .malformed),
        Misbehaviour("speaks another protocol", .raw("220 mail.example ESMTP\r\n"), .malformed),
        Misbehaviour("says gzip and means it not", .notCompressed, .malformed),
        Misbehaviour("sends a body that is too large", .large(200_000), .tooLarge),
        Misbehaviour(
            "claims a body that is too large",
            Behaviour([.send(Array((header + "Content-Length: 99999999999\r\n\r\n").utf8)), .hang]),
            .tooLarge),
        Misbehaviour(
            "sends small what is large", .gzip([UInt8](repeating: 0, count: 1 << 20)), .tooLarge),
        Misbehaviour(
            "never ends its header",
            .raw(header + String(repeating: "X-Field: some value\r\n", count: 20_000)), .tooLarge),
        Misbehaviour("redirects to itself", .redirect(to: "/"), .tooManyRedirects),
        Misbehaviour("redirects to a file", .redirect(to: "file:///etc/passwd"), .invalidURL),
        Misbehaviour("redirects to nowhere", .redirect(to: "http://"), .invalidURL),
    ]
}

extension Behaviour {
    fileprivate static let notCompressed = Behaviour.answer(
        200, Array("[]".utf8), fields: ["Content-Encoding": "gzip"])

    /// Without a length, so that only reading shows it.
    fileprivate static func large(_ count: Int) -> Behaviour {
        .raw("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: count))
    }
}

@Suite("A server that misbehaves", .timeLimit(.minutes(1)))
struct MisbehavingServerTests {
    private let curl = CurlClient()

    /// Short where the time is what ends the request.
    private func limits(_ kind: HTTPError.Kind) -> HTTPLimits {
        HTTPLimits(
            firstByte: kind == .firstByteTimeout ? .milliseconds(100) : .seconds(30),
            total: kind == .totalTimeout ? .milliseconds(200) : .seconds(30), bodyBytes: 100_000)
    }

    @Test("fails the request, with the reason", arguments: Misbehaviour.all)
    func failure(_ misbehaviour: Misbehaviour) async throws {
        let server = try ScriptedServer { _ in misbehaviour.behaviour }
        let request = HTTPRequest(.get, server.url, limits: limits(misbehaviour.kind))
        let error = await curl.client.failure(of: request)
        #expect(error?.kind == misbehaviour.kind)
        #expect(error?.cause.contains("127.0.0.1") == false)
        #expect(error?.cause.isEmpty == false)
    }

    @Test("does no harm to the requests after it")
    func afterwards() async throws {
        for misbehaviour in Misbehaviour.all {
            let server = try ScriptedServer { request in
                request.path == "/fine" ? .json("[]") : misbehaviour.behaviour
            }
            let request = HTTPRequest(.get, server.url, limits: limits(misbehaviour.kind))
            _ = await curl.client.failure(of: request)
            let fine = try await curl.client.send(HTTPRequest(.get, server.url + "/fine"))
            #expect(fine.body == Array("[]".utf8), "after: \(misbehaviour.testDescription)")
        }
    }

    @Test("that is not there refuses the connection")
    func refused() async throws {
        let port = try ScriptedServer.closedPort()
        let error = await curl.client.failure(of: HTTPRequest(.get, "http://127.0.0.1:\(port)"))
        #expect(error == HTTPError(.connect, cause: "connection refused"))
    }

    @Test("that takes no connections runs into their own deadline")
    func noConnection() async throws {
        let full = try FullPort()
        let limits = HTTPLimits(connect: .milliseconds(100), firstByte: .milliseconds(10))
        let request = HTTPRequest(.get, "http://127.0.0.1:\(full.port)", limits: limits)
        #expect(await curl.client.failure(of: request)?.kind == .connectTimeout)
    }

    @Test("that has no name that is known")
    func unknownName() async {
        let request = HTTPRequest(.get, "http://cinema.invalid/")
        #expect(await curl.client.failure(of: request)?.kind == .resolve)
    }

    @Test(
        "cannot be asked at an address that makes no sense",
        arguments: [
            "", "films", "ftp://127.0.0.1/", "http://", "http://:80/", "http://a b/",
            "http://[::1/",
            "http://user:secret@127.0.0.1/", "http://127.0.0.1:0/", "http://127.0.0.1:99999/",
            "http://127.0.0.1:8o/", "file:///etc/passwd",
        ])
    func address(_ address: String) async {
        let error = await curl.client.failure(of: HTTPRequest(.get, address))
        #expect(error?.kind == .invalidURL)
        #expect(error?.cause.contains("secret") == false)
    }

    @Test("that claims less than it sends is believed")
    func claimsLess() async throws {
        let server = try ScriptedServer { _ in Behaviour.json("[1, 2]").claiming(3) }
        #expect(try await curl.client.send(HTTPRequest(.get, server.url)).body == Array("[1,".utf8))
    }

    @Test("may send ten megabytes if that is allowed")
    func tenMegabytes() async throws {
        let body = [UInt8](repeating: 0x20, count: 10 << 20)
        let server = try ScriptedServer { _ in .answer(200, body) }
        let response = try await curl.client.send(HTTPRequest(.get, server.url))
        #expect(response.body == body)
    }
}
