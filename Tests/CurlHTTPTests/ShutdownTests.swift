import CinemaTestSupport
import Glibc
import Testing

@testable import CurlHTTP

@Suite("The end of a client", .timeLimit(.minutes(1)))
struct ShutdownTests {
    @Test("fails what is in flight, ends all sleeps, and the thread is gone")
    func shutDown() async throws {
        let server = try ScriptedServer { _ in .hang }
        let curl = CurlClient()
        let (client, clock, url) = (curl.client, curl.clock, server.url)
        let requests = (0..<10).map { number in
            Task {
                await client.failure(of: HTTPRequest(.get, url + "/\(number)", limits: .patient))
            }
        }
        let sleep = Task { try await clock.sleep(for: .seconds(1_000)) }
        while server.requests.count < 6 { try await clock.sleep(for: .milliseconds(1)) }
        let thread = await threadID(of: curl)
        #expect(exists(thread))
        curl.shutDown()
        #expect(!exists(thread))
        for request in requests { #expect(await request.value?.kind == .shutDown) }
        await #expect(throws: CancellationError.self) { try await sleep.value }
        #expect(await curl.engine.liveCount == 0)
        // The server sees that everybody is gone.
        #expect(server.connectionCount == 6)
    }

    @Test("refuses what comes later, and a second end is no harm")
    func afterwards() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        let curl = CurlClient()
        _ = try await curl.client.send(HTTPRequest(.get, server.url))
        curl.shutDown()
        curl.shutDown()
        let request = HTTPRequest(.get, server.url)
        for _ in 0..<3 { #expect(await curl.client.failure(of: request)?.kind == .shutDown) }
        await #expect(throws: CancellationError.self) {
            try await curl.clock.sleep(for: .milliseconds(1))
        }
        #expect(server.requests.count == 1)
    }

    @Test("before the beginning is no beginning")
    func unused() async {
        let curl = CurlClient()
        curl.shutDown()
        let request = HTTPRequest(.get, "http://127.0.0.1:9")
        #expect(await curl.client.failure(of: request)?.kind == .shutDown)
    }

    @Test("comes with the last reference")
    func abandoned() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        var curl: CurlClient? = CurlClient()
        weak let engine = curl?.engine
        _ = try await curl?.client.send(HTTPRequest(.get, server.url))
        let thread = await threadID(of: try #require(curl))
        #expect(exists(thread))
        curl = nil
        let other = CurlClient()
        while exists(thread) || engine != nil {
            try await other.clock.sleep(for: .milliseconds(1))
        }
    }

    @Test("where the client's own thread asks for it")
    func ownThread() async throws {
        let curl = CurlClient()
        let request = HTTPRequest(.get, "http://127.0.0.1:9")
        await Task(executorPreference: curl.executor) { curl.shutDown() }.value
        #expect(await curl.client.failure(of: request)?.kind == .shutDown)
    }

    @Test("a client that asked nothing has no thread, and needs no libcurl")
    func withoutLibrary() async {
        let curl = CurlClient(
            engine: CurlEngine(CurlConfiguration()) { () throws(HTTPError) in
                throw CurlLibrary.missing
            })
        let error = await curl.client.failure(of: HTTPRequest(.get, "http://127.0.0.1:9"))
        #expect(
            error
                == HTTPError(
                    .libraryMissing, cause: "libcurl is not on this machine; install libcurl4"))
        #expect(await curl.engine.liveCount == 0)
    }

    /// The client's thread as /proc shows it, "PID/task/TID".
    private func threadID(of curl: CurlClient) async -> String {
        await Task(executorPreference: curl.executor) { Self.currentThread() }.value
    }

    private static func currentThread() -> String {
        var buffer = [CChar](repeating: 0, count: 64)
        readlink("/proc/thread-self", &buffer, buffer.count - 1)
        return String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func exists(_ thread: String) -> Bool { access("/proc/" + thread, F_OK) == 0 }
}
