import CinemaTestSupport
import Testing

@testable import CurlHTTP

@Suite("Cancelling", .timeLimit(.minutes(1)))
struct CancellationTests {
    private let curl = CurlClient()

    @Test("ends requests that wait for their answer, and leaves nothing behind")
    func waiting() async throws {
        let server = try ScriptedServer { _ in .hang }
        let client = curl.client
        let url = server.url
        let tasks = (0..<20).map { number in
            Task {
                await client.failure(of: HTTPRequest(.get, url + "/\(number)", limits: .patient))
            }
        }
        while server.requests.count < 6 { try await curl.clock.sleep(for: .milliseconds(1)) }
        for task in tasks { task.cancel() }
        for task in tasks { #expect(await task.value == .cancelled) }
        #expect(await curl.engine.liveCount == 0)
    }

    @Test("before the beginning sends nothing")
    func before() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        let client = curl.client
        let request = HTTPRequest(.get, server.url)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await client.failure(of: request)
        }
        #expect(await task.value == .cancelled)
        #expect(server.requests.isEmpty)
    }

    @Test("at any moment ends each request once")
    func anyMoment() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        let client = curl.client
        let request = HTTPRequest(.get, server.url)
        for turn in 0..<200 {
            let task = Task { await client.failure(of: request) }
            for _ in 0..<(turn % 20) { await Task.yield() }
            task.cancel()
            let error = await task.value
            #expect(error == nil || error == .cancelled)
        }
        #expect(await curl.engine.liveCount == 0)
    }

    @Test("leaves the others alone")
    func others() async throws {
        let gate = ServerGate()
        let server = try ScriptedServer { _ in .json("[]").held(by: gate) }
        let client = curl.client
        let url = server.url
        let first = Task { await client.failure(of: HTTPRequest(.get, url + "/1")) }
        let second = Task { await client.failure(of: HTTPRequest(.get, url + "/2")) }
        while server.requests.count < 2 { try await curl.clock.sleep(for: .milliseconds(1)) }
        first.cancel()
        #expect(await first.value == .cancelled)
        gate.open()
        #expect(await second.value == nil)
    }

    @Test("ends a sleep at once")
    func sleep() async throws {
        let clock = curl.clock
        let task = Task { try await clock.sleep(for: .seconds(1_000)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await curl.engine.liveCount == 0)
    }

    @Test("does not wait for the name of a host")
    func name() async throws {
        let client = curl.client
        let task = Task { await client.failure(of: HTTPRequest(.get, "http://cinema.invalid/")) }
        // Until the lookup has begun, if it is not over by then.
        for _ in 0..<100 where await curl.engine.liveCount == 0 { await Task.yield() }
        task.cancel()
        let error = await task.value
        #expect(error == .cancelled || error?.kind == .resolve)
    }
}
