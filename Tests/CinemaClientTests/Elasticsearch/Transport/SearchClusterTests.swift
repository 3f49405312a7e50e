import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Synchronization
import Testing

@testable import CinemaClient

@Suite("A cluster")
struct SearchClusterTests {
    private func closedAddress() throws -> String {
        "http://127.0.0.1:\(try ScriptedServer.closedPort())"
    }

    @Test("answers from each of its nodes in turn, and says which it was")
    func turn() async throws {
        let nodes = try (0..<2).map { _ in try ScriptedServer { _ in .json(ClusterRun.answer) } }
        let run = ClusterRun(nodes.map(\.url))
        var answered: [String] = []
        for _ in 0..<4 { answered.append(try await run.search().node) }
        #expect(answered == [nodes[0].url, nodes[1].url, nodes[0].url, nodes[1].url])
        let request = try #require(nodes[0].requests.first)
        #expect(request.method == "POST" && request.path == "/films/_search")
        #expect(request.body == Array(#"{"size":1}"#.utf8))
    }

    @Test("goes on to the next node at once where one is dead, and leaves it aside")
    func deadNode() async throws {
        let alive = try ScriptedServer { _ in .json(ClusterRun.answer) }
        let run = ClusterRun([try closedAddress(), alive.url])
        for _ in 0..<3 { #expect(try await run.search().node == alive.url) }
        #expect(run.answering == [2, 1])
        #expect(run.clock.now.offset == .zero)
    }

    @Test("looks at a dead node again beside a later question")
    func recovery() async throws {
        let isDead = Mutex(true)
        let node = try ScriptedServer { _ in
            isDead.withLock { $0 } ? .close : .json(ClusterRun.answer)
        }
        let other = try ScriptedServer { _ in .json(ClusterRun.answer) }
        let run = ClusterRun([node.url, other.url])
        _ = try await run.search()
        #expect(run.answering == [2, 1])
        isDead.withLock { $0 = false }
        _ = try await run.search()
        #expect(run.answering == [2, 1])
        run.clock.advance(by: .seconds(5))
        _ = try await run.search()
        while run.answering.last != 2 { await Task.yield() }
        #expect(node.requests.contains { $0.path == "/" })
    }

    @Test("whose nodes are all dead says so in one sentence")
    func allDead() async throws {
        let run = ClusterRun([try closedAddress(), try closedAddress()])
        let failure = await #expect(throws: SearchFailure.self) { _ = try await run.search() }
        #expect(failure?.error.kind == .unavailable && failure?.status == nil)
        #expect(
            failure?.error.cause.hasPrefix("none of the 2 nodes answers; of the last: ") == true)
        #expect(run.cluster.addresses.count == 2)
    }

    @Test(
        "waits for a server that is busy as long as it asks, and asks again",
        arguments: [429, 503])
    func busy(status: Int) async throws {
        let node = try ScriptedServer { request in
            request.number < 3
                ? .status(status, fields: ["Retry-After": "2"]) : .json(ClusterRun.answer)
        }
        let run = ClusterRun([node.url])
        _ = try await run.search()
        #expect(node.requests.count == 3 && run.clock.now.offset == .seconds(4))
        #expect(run.answering == [1])
    }

    @Test("does not wait longer than a request may take")
    func tooBusy() async throws {
        let node = try ScriptedServer { _ in .status(429, fields: ["Retry-After": "60"]) }
        let run = ClusterRun([node.url])
        let failure = await #expect(throws: SearchFailure.self) { _ = try await run.search() }
        #expect(failure?.error.kind == .busy && failure?.status == 429)
        #expect(node.requests.count == 1 && run.clock.now.offset == .zero)
    }

    @Test("that is not ready yet is asked again, and its node is not put aside")
    func notReady() async throws {
        let blocked = #"{"error":{"type":"cluster_block_exception","reason":"no master"}}"#
        let node = try ScriptedServer { request in
            request.number == 1 ? .json(blocked, status: 503) : .json(ClusterRun.answer)
        }
        let run = ClusterRun([node.url])
        _ = try await run.search()
        #expect(node.requests.count == 2 && run.answering == [1])
    }

    @Test(
        "asks again for several searches of which one found no room",
        arguments: [
            ([200, 429], 3), ([429, 200], 3), ([503, 200], 3), ([200, 503], 1), ([200, 400], 1),
            ([200, 200], 1),
        ])
    func part(statuses: [Int], questions: Int) async throws {
        let answer = SeveralAnswers.of(statuses)
        let whole = SeveralAnswers.of([200, 200])
        let node = try ScriptedServer { request in
            .json(request.number < 3 ? answer : whole)
        }
        let run = ClusterRun([node.url])
        let searches = ["films", "people"].map { IndexRequest.Search(index: $0, body: ["size": 1]) }
        let found = try await run.cluster.send(.multiSearch(searches))
        #expect(node.requests.count == questions)
        #expect(found.body == Array((questions > 1 ? whole : answer).utf8))
    }

    @Test("has the other parts where one finds no room for long")
    func partForLong() async throws {
        let answer = SeveralAnswers.of([200, 429])
        let node = try ScriptedServer { _ in .json(answer) }
        let run = ClusterRun([node.url])
        let searches = ["films", "people"].map { IndexRequest.Search(index: $0, body: ["size": 1]) }
        let found = try await run.cluster.send(.multiSearch(searches))
        #expect(node.requests.count == 5 && found.body == Array(answer.utf8))
        #expect(run.answering == [1])
    }

    @Test("puts aside a node before which a proxy says that it is gone")
    func proxy() async throws {
        let gone = try ScriptedServer { _ in .html("<h1>Bad Gateway</h1>", status: 502) }
        let alive = try ScriptedServer { _ in .json(ClusterRun.answer) }
        let run = ClusterRun([gone.url, alive.url])
        #expect(try await run.search().node == alive.url)
        #expect(gone.requests.count == 1 && run.answering == [2, 1])
    }

    @Test("puts aside a node that takes too long for its first byte")
    func slow() async throws {
        let slow = try ScriptedServer { _ in .hang }
        let alive = try ScriptedServer { _ in .json(ClusterRun.answer) }
        let run = ClusterRun([slow.url, alive.url]) { settings in
            settings.limits.firstByte = .seconds(2)
        }
        #expect(try await run.search().node == alive.url)
        #expect(run.answering == [2, 1])
    }

    @Test("asks one node about a question that it refuses, and only once")
    func refused() async throws {
        let nodes = try (0..<2).map { _ in
            try ScriptedServer { _ in
                .json(#"{"error":{"type":"parsing_exception","reason":"no"}}"#, status: 400)
            }
        }
        let run = ClusterRun(nodes.map(\.url))
        let failure = await #expect(throws: SearchFailure.self) { _ = try await run.search() }
        #expect(failure?.type == "parsing_exception")
        #expect(nodes.map(\.requests.count) == [1, 0] && run.answering == [2])
    }

    @Test("is given up in the middle of a request when nobody wants the answer any more")
    func cancelled() async throws {
        let node = try ScriptedServer { _ in .hang }
        let run = ClusterRun([node.url])
        let asking = Task { try await run.search() }
        while node.requests.isEmpty { await Task.yield() }
        asking.cancel()
        let failure = await #expect(throws: SearchFailure.self) { _ = try await asking.value }
        #expect(failure?.error.kind == .cancelled && run.answering == [1])
    }

    @Test("that answers with something else than JSON is no search server")
    func otherServer() async throws {
        let page = try ScriptedServer { _ in .html("<html>Sign in</html>") }
        let run = ClusterRun([page.url])
        let failure = await #expect(throws: SearchFailure.self) { _ = try await run.search() }
        #expect(failure?.error.kind == .invalidAnswer)
        #expect(failure?.error.cause.contains("no search server") == true)
    }

    @Test("follows nobody elsewhere, where a search would arrive without its question")
    func redirected() async throws {
        let other = try ScriptedServer { _ in .json(ClusterRun.answer) }
        let url = other.url
        let first = try ScriptedServer { _ in .redirect(to: url, status: 301) }
        let run = ClusterRun([first.url])
        let failure = await #expect(throws: SearchFailure.self) { _ = try await run.search() }
        #expect(failure?.error.cause.contains("sends questions elsewhere") == true)
        #expect(other.requests.isEmpty)
    }

    @Test("reads no more of an answer than it may")
    func bounded() async throws {
        let node = try ScriptedServer { _ in
            .json(#"{"a":"\#(String(repeating: "x", count: 9_000))"}"#)
        }
        let run = ClusterRun([node.url]) { $0.limits.bodyBytes = 4_096 }
        let failure = await #expect(throws: SearchFailure.self) { _ = try await run.search() }
        #expect(failure?.error.cause.contains("max_answer") == true && run.answering == [1])
    }

    @Test("is asked nothing under a name that no index can have")
    func names() async throws {
        let node = try ScriptedServer { _ in .json(ClusterRun.answer) }
        let run = ClusterRun([node.url])
        let failure = await #expect(throws: SearchFailure.self) {
            _ = try await run.cluster.send(.search(index: "_scripts", [:]))
        }
        #expect(failure?.error.kind == .unsupported && node.requests.isEmpty)
    }

    @Test("tells whoever asks that the server itself answered")
    func context() async throws {
        let node = try ScriptedServer { _ in .json(ClusterRun.answer) }
        let run = ClusterRun([node.url])
        let context = RequestContext()
        _ = try await RequestContext.$current.withValue(context) {
            () async throws -> IndexAnswer in try await run.search()
        }
        #expect(context.serverAnswers == 1)
    }
}

/// Answers to several searches, each with a status of its own.
private enum SeveralAnswers {
    static func of(_ statuses: [Int]) -> String {
        let parts = statuses.map { status in
            status == 200
                ? #"{"took":1,"hits":{},"status":200}"#
                : #"{"error":{"type":"refused_exception","reason":"full"},"status":\#(status)}"#
        }
        return #"{"took":1,"responses":[\#(parts.joined(separator: ","))]}"#
    }
}
