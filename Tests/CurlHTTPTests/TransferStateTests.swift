import Testing

@testable import CurlHTTP

@Suite("What is known of an answer")
struct TransferStateTests {
    private let start = ContinuousClock.now

    private func state(bodyBytes: Int = 100) -> TransferState {
        let limits = HTTPLimits(
            connect: .seconds(5), firstByte: .seconds(15), total: .seconds(30), bodyBytes: bodyBytes
        )
        return TransferState(limits: limits, started: start)
    }

    private func at(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

    @Test("each part of the time has its own deadline")
    func deadlines() {
        var state = state()
        #expect(state.deadline == at(30))
        state.beginConnecting(at: at(1))
        #expect(state.deadline == at(6))
        #expect(state.overdue(at: at(5)) == nil)
        #expect(
            state.overdue(at: at(6))
                == HTTPError(.connectTimeout, cause: "no connection within 5 seconds"))
        state.beginWaiting(at: at(2))
        #expect(state.deadline == at(17))
        #expect(state.overdue(at: at(17))?.kind == .firstByteTimeout)
        _ = state.receiveHeader(Array("HTTP/1.1 200 OK\r\n".utf8), at: at(3))
        #expect(state.deadline == at(30))
        #expect(state.overdue(at: at(30))?.kind == .totalTimeout)
    }

    @Test("the total time ends each of them")
    func total() {
        var state = state()
        state.beginConnecting(at: at(28))
        #expect(state.deadline == at(30))
        #expect(state.overdue(at: at(30))?.kind == .totalTimeout)
    }

    @Test("looking up and connecting count as one, from its beginning")
    func connectingOnce() {
        var state = state()
        state.beginConnecting(at: at(1))
        state.beginConnecting(at: at(4))
        #expect(state.deadline == at(6))
    }

    @Test("fields lose the space around them and keep what is inside")
    func fields() {
        var state = state()
        for line in ["HTTP/1.1 200 OK\r\n", "A:  b: c \t\r\n", "D:\r\n", "no field\r\n", "\r\n"] {
            let isEnough = !state.receiveHeader(Array(line.utf8), at: start)
            #expect(!isEnough)
        }
        #expect(state.fields == HTTPFields([.init("A", "b: c"), .init("D", "")]))
        #expect(state.isHeaderComplete)
    }

    @Test("a body may be as large as its limit, and no larger")
    func limit() {
        var state = state(bodyBytes: 4)
        let isTaken = ["abc", "d", "e"].map { receive($0, &state) }
        #expect(isTaken == [true, true, false])
        #expect(state.body == Array("abcd".utf8))
        #expect(state.failure == HTTPError(.tooLarge, cause: "the answer is larger than 4 bytes"))
    }

    @Test("a length that is no length is not believed", arguments: ["-5", "x", "1e9", "9 9", ""])
    func lengths(value: String) {
        var state = state()
        let isTaken = state.receiveHeader(Array("Content-Length: \(value)\r\n".utf8), at: start)
        #expect(isTaken)
        _ = receive("abc", &state)
        #expect(state.failure == nil)
    }

    @Test("the next hop of a redirect begins anew, but for the total time")
    func startOver() {
        var state = state()
        _ = state.receiveHeader(Array("Location: /\r\n".utf8), at: at(20))
        _ = receive("moved", &state)
        state.startOver()
        #expect(state.phase == .queued)
        #expect(state.fields == HTTPFields())
        #expect(state.body.isEmpty)
        #expect(state.deadline == at(30))
    }

    private func receive(_ text: String, _ state: inout TransferState) -> Bool {
        Array(text.utf8).withUnsafeBytes { state.receive($0) }
    }
}
