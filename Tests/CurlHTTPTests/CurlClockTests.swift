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

    @Test("wakes its sleepers in the order of their times")
    func order() async throws {
        let clock = curl.clock
        let woken = await withTaskGroup(of: Int.self) { group in
            for time in [90, 30, 60] {
                group.addTask {
                    try? await clock.sleep(for: .milliseconds(time))
                    return time
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(woken == [30, 60, 90])
    }

    @Test("does not sleep for what is past")
    func past() async throws {
        try await curl.clock.sleep(until: .now - .seconds(5), tolerance: nil)
    }
}
