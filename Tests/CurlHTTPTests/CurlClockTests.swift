import Testing

@testable import CurlHTTP

@Suite("The client's clock", .timeLimit(.minutes(1)))
struct CurlClockTests {
    private let curl = CurlClient(
        engine: CurlEngine(CurlConfiguration()) { () throws(HTTPError) in
            throw CurlLibrary.missing
        })

    @Test("sleeps, and needs no libcurl for it")
    func sleeps() async throws {
        let start = ContinuousClock.now
        try await curl.clock.sleep(for: .milliseconds(20))
        #expect(ContinuousClock.now - start >= .milliseconds(20))
    }

    @Test("does not let the short sleep wait for the long one")
    func sleepers() async throws {
        let clock = curl.clock
        let long = Task { try await clock.sleep(for: .seconds(1_000)) }
        while await curl.engine.liveCount == 0 { await Task.yield() }
        try await clock.sleep(for: .milliseconds(10))
        #expect(await curl.engine.liveCount == 1)
        long.cancel()
    }

    @Test("does not sleep for what is past")
    func past() async throws {
        try await curl.clock.sleep(until: .now - .seconds(5), tolerance: nil)
    }
}
