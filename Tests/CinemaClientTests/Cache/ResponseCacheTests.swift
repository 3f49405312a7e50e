import CinemaTestSupport
import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("Answers are kept")
struct ResponseCacheTests {
    private let server = StubHTTP()
    private let time = ManualTime()
    private let directory: TestDirectory
    private let address = "http://films.example/api/v1/films"

    init() throws { directory = try TestDirectory() }

    private func cache(bytes: Int = 1 << 20, asker: String = "") -> ResponseCache {
        ResponseCache(directory: directory.path, bytes: bytes, asker: asker, now: time.now)
    }

    private func get(_ cache: ResponseCache, _ url: String? = nil) async throws -> HTTPResponse {
        try await cache.client(over: server.client).send(HTTPRequest(.get, url ?? address))
    }

    private func text(_ response: HTTPResponse) -> String {
        String(decoding: response.body, as: UTF8.self)
    }

    @Test("a fresh answer is served without a request, also after a restart")
    func fresh() async throws {
        server.answer(address, "one", ["Content-Type": "application/json"])
        let first = try await get(cache())
        #expect(first.origin == .server)
        time.advance(59)
        let second = try await get(cache())
        #expect(text(second) == "one")
        #expect(second.fields["content-type"] == "application/json")
        #expect(second.origin == .cache(.fresh, readAt: 1_000_000))
        #expect(server.count == 1)
    }

    @Test("a stale answer is served at once, and what the server says now comes after it")
    func stale() async throws {
        server.answer(address, "one")
        let cache = cache()
        _ = try await get(cache)
        server.answer(address, "two")
        time.advance(100)
        let (events, report) = AsyncStream<ResponseCache.Event>.makeStream()
        cache.observe { report.yield($0) }
        var iterator = events.makeAsyncIterator()
        let stale = try await get(cache)
        #expect(text(stale) == "one")
        #expect(stale.origin == .cache(.stale, readAt: 1_000_000))
        #expect(await iterator.next() == .changed)
        #expect(text(try await get(cache)) == "two")
        time.advance(100)
        _ = try await get(cache)
        #expect(await iterator.next() == .confirmed)
    }

    @Test("a stale answer is served where the server is away")
    func staleWhileAway() async throws {
        server.answer(address, "one")
        let cache = cache()
        _ = try await get(cache)
        server.fail(address, .connect)
        time.advance(100)
        let (events, report) = AsyncStream<ResponseCache.Event>.makeStream()
        cache.observe { report.yield($0) }
        var iterator = events.makeAsyncIterator()
        #expect(text(try await get(cache)) == "one")
        #expect(await iterator.next() == .away(HTTPError(.connect, cause: "it is away")))
    }

    @Test(
        "an expired answer serves only while the server is away",
        arguments: [HTTPError.Kind.connect, .firstByteTimeout, .resolve, .offline])
    func expired(_ kind: HTTPError.Kind) async throws {
        server.answer(address, "one")
        let cache = cache()
        _ = try await get(cache)
        time.advance(100_000)
        server.fail(address, kind)
        let old = try await get(cache)
        #expect(text(old) == "one")
        #expect(old.origin == .cache(.expired, readAt: 1_000_000))
        server.answer(address, "busy", status: 503)
        #expect(text(try await get(cache)) == "one")
        server.answer(address, "two")
        let new = try await get(cache)
        #expect(text(new) == "two")
        #expect(new.origin == .server)
    }

    @Test("a certificate that is not trusted is not covered up, and nothing kept is an error")
    func failures() async throws {
        server.answer(address, "one")
        let cache = cache()
        _ = try await get(cache)
        time.advance(100_000)
        server.fail(address, .tls)
        await #expect(throws: HTTPError.self) { try await get(cache) }
        server.fail("http://films.example/other", .connect)
        await #expect(throws: HTTPError.self) {
            try await get(cache, "http://films.example/other")
        }
    }

    @Test("the server is asked whether it has changed, and may say no")
    func revalidation() async throws {
        server.answer(address, "one", ["ETag": "\"a\"", "Last-Modified": "yesterday"])
        let cache = cache()
        _ = try await get(cache)
        time.advance(100_000)
        server.answer(address, "", status: 304)
        let confirmed = try await get(cache)
        #expect(text(confirmed) == "one")
        #expect(confirmed.status == 200)
        #expect(confirmed.origin == .server)
        #expect(server.requests.last?.fields["if-none-match"] == "\"a\"")
        #expect(server.requests.last?.fields["if-modified-since"] == "yesterday")
        #expect(try await get(cache).origin == .cache(.fresh, readAt: 1_100_000))
        #expect(server.count == 2)
    }

    @Test("questions with a body, and what somebody else asked, are not answered from it")
    func apart() async throws {
        server.answer(address, "one")
        _ = try await get(cache(asker: "me"))
        _ = try await get(cache(asker: "you"))
        #expect(server.count == 2)
        let client = cache().client(over: server.client)
        for _ in 0..<2 {
            _ = try await client.send(HTTPRequest(.post, address, body: [1]))
            _ = try await client.send(
                HTTPRequest(.get, "http://me:secret@films.example/api/v1/films"))
        }
        #expect(server.count == 6)
    }

    @Test("no secret is in the file")
    func secrets() async throws {
        server.answer(address, "one", ["Set-Cookie": "id=hush-hush"])
        let request = HTTPRequest(
            .get, address,
            credentials: HTTPFields([HTTPFields.Field("Authorization", "Bearer hush-hush")]))
        let cache = cache(asker: "hush-hush")
        _ = try await cache.client(over: server.client).send(request)
        #expect(try await cache.client(over: server.client).send(request).origin != .server)
        for name in directory.names {
            let bytes = try TestFile.bytes(directory.file(name))
            #expect(!String(decoding: bytes, as: UTF8.self).contains("hush-hush"))
        }
    }

    @Test("a task may go past it, and is told where its answers came from")
    func context() async throws {
        server.answer(address, "one")
        let cache = cache()
        for _ in 0..<2 {
            try await RequestContext.$current.withValue(RequestContext(.bypass)) {
                _ = try await get(cache)
            }
        }
        #expect(server.count == 2)
        let context = RequestContext()
        try await RequestContext.$current.withValue(context) {
            _ = try await get(cache)
            _ = try await get(cache)
        }
        #expect(context.serverAnswers == 1)
        #expect(context.oldest == 1_000_000)
        #expect(!context.isStale && !context.wasAway)
    }
}
