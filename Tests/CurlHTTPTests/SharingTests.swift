import CinemaTestSupport
import Testing

@testable import CurlHTTP

@Suite("Equal requests in flight", .timeLimit(.minutes(1)))
struct SharingTests {
    private let curl = CurlClient()
    private var client: HTTPClient { curl.client.sharing(on: curl.executor) }
    private var transfers: SharedTransfers {
        SharedTransfers(client: curl.client, executor: curl.executor)
    }

    private func until(_ condition: () -> Bool) async throws {
        while !condition() { try await curl.clock.sleep(for: .milliseconds(1)) }
    }

    @Test("share one answer")
    func shared() async throws {
        let gate = ServerGate()
        let server = try ScriptedServer { _ in .json("[]").held(by: gate) }
        let transfers = transfers
        let request = HTTPRequest(.get, server.url)
        let tasks = (0..<10).map { _ in Task { try await transfers.send(request).body } }
        try await until { transfers.waiterCount == 10 }
        gate.open()
        for task in tasks { #expect(try await task.value == Array("[]".utf8)) }
        #expect(server.requests.count == 1)
    }

    @Test("share a failure too")
    func failure() async throws {
        let gate = ServerGate()
        let server = try ScriptedServer { _ in Behaviour.close.held(by: gate) }
        let transfers = transfers
        let request = HTTPRequest(.get, server.url)
        let client = HTTPClient { request async throws(HTTPError) in
            try await transfers.send(request)
        }
        let tasks = (0..<2).map { _ in Task { await client.failure(of: request) } }
        try await until { transfers.waiterCount == 2 }
        gate.open()
        for task in tasks { #expect(await task.value?.kind == .noAnswer) }
        #expect(server.requests.count == 1)
    }

    @Test("go on for the others where one is cancelled, and end with the last")
    func cancelled() async throws {
        let server = try ScriptedServer { _ in .hang }
        let transfers = transfers
        let client = HTTPClient { request async throws(HTTPError) in
            try await transfers.send(request)
        }
        let request = HTTPRequest(.get, server.url, limits: .patient)
        let first = Task { await client.failure(of: request) }
        try await until { server.requests.count == 1 }
        let second = Task { await client.failure(of: request) }
        try await until { transfers.waiterCount == 2 }
        first.cancel()
        #expect(await first.value == .cancelled)
        #expect(await curl.engine.liveCount == 1)
        second.cancel()
        #expect(await second.value == .cancelled)
        while await curl.engine.liveCount > 0 { await Task.yield() }
        #expect(server.requests.count == 1)
    }

    @Test("at any moment end each once")
    func anyMoment() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        let client = client
        let request = HTTPRequest(.get, server.url)
        for turn in 0..<100 {
            let tasks = (0..<3).map { _ in Task { await client.failure(of: request) } }
            for _ in 0..<(turn % 20) { await Task.yield() }
            for task in tasks.prefix(turn % 4) { task.cancel() }
            for task in tasks {
                let error = await task.value
                #expect(error == nil || error == .cancelled)
            }
        }
    }

    @Test("that differ, or may change something, are sent each")
    func different() async throws {
        let server = try ScriptedServer { _ in .json("[]") }
        var mine = HTTPRequest(.get, server.url)
        mine.credentials.append("Authorization", "Bearer mine")
        var yours = mine
        yours.credentials.set("Authorization", "Bearer yours")
        let post = HTTPRequest(.post, server.url)
        let client = client
        try await withThrowingTaskGroup(of: Void.self) { group in
            for request in [mine, yours, post, post] {
                group.addTask { _ = try await client.send(request) }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 4)
    }
}
