import CurlHTTP
import Testing

@testable import CinemaClient

@Suite("How long an answer is good for")
struct CachePolicyTests {
    private let policy = CachePolicy(fresh: 60, stale: 1_000, missing: 10)

    private func lifetime(_ fields: [(String, String)], status: Int = 200)
        -> CachePolicy.Lifetime?
    {
        policy.lifetime(
            status: status, fields: HTTPFields(fields.map { HTTPFields.Field($0.0, $0.1) }),
            now: 100)
    }

    @Test("a server that says nothing: fresh for a minute, then shown while it is asked again")
    func byDefault() throws {
        let kept = try #require(lifetime([]))
        #expect(policy.state(kept, now: 159) == .fresh)
        #expect(policy.state(kept, now: 160) == .stale)
        #expect(policy.state(kept, now: 1_159) == .stale)
        #expect(policy.state(kept, now: 1_160) == .expired)
    }

    @Test("no-store is obeyed, and what depends on everything is not kept")
    func forbidden() {
        #expect(lifetime([("Cache-Control", "private, No-Store")]) == nil)
        #expect(lifetime([("Vary", "*")]) == nil)
    }

    @Test("the server's own freshness counts, less the age that a proxy tells")
    func maxAge() {
        #expect(lifetime([("cache-control", "max-age=30")])?.freshUntil == 130)
        #expect(lifetime([("cache-control", "max-age=30"), ("age", "20")])?.freshUntil == 110)
        #expect(lifetime([("cache-control", "max-age=30"), ("age", "99")])?.freshUntil == 100)
        #expect(lifetime([("cache-control", "max-age=\"30\"")])?.freshUntil == 130)
        let stale = lifetime([("cache-control", "max-age=0, stale-while-revalidate=5")])
        #expect(stale?.staleUntil == 105)
    }

    @Test("what must be confirmed is shown only where the server is away")
    func revalidation() throws {
        let uncached = try #require(lifetime([("cache-control", "no-cache")]))
        #expect(policy.state(uncached, now: 100) == .expired)
        let strict = try #require(lifetime([("cache-control", "max-age=5, must-revalidate")]))
        #expect(policy.state(strict, now: 104) == .fresh)
        #expect(policy.state(strict, now: 105) == .expired)
    }

    @Test("Expires counts from the server's own date")
    func expires() {
        let date = ("date", "Sun, 06 Nov 1994 08:49:37 GMT")
        let later = ("expires", "Sun, 06 Nov 1994 08:50:07 GMT")
        #expect(lifetime([date, later])?.freshUntil == 130)
        #expect(lifetime([date, ("expires", "0")])?.freshUntil == 100)
    }

    @Test("only answers are kept, and that there is none only shortly")
    func statuses() {
        #expect(lifetime([], status: 404)?.staleUntil == 110)
        for status in [201, 204, 301, 401, 403, 422, 500, 503] {
            #expect(lifetime([], status: status) == nil)
        }
    }

    @Test("after the clock was set back nothing counts as fresh")
    func clockSetBack() throws {
        let kept = try #require(lifetime([]))
        #expect(policy.state(kept, now: -1_000) == .stale)
    }

    @Test("numbers of any size and nonsense do no harm")
    func nonsense() {
        let text = "max-age=99999999999999999999999, max-age=, =, ,,, max-age=-4"
        #expect(lifetime([("cache-control", text)])?.freshUntil == Int64(31_622_500))
        #expect(lifetime([("age", "x"), ("cache-control", "max-age=1")])?.freshUntil == 101)
    }

    @Test("a refresh runs once a key, and pauses while the server is away")
    func ledger() {
        var ledger = RefreshLedger()
        var begun: [Bool] = []
        begun.append(ledger.begins("a", now: 0))
        begun.append(ledger.begins("a", now: 0))
        begun.append(ledger.begins("b", now: 0))
        ledger.ended("a", isAway: true, now: 5)
        begun.append(ledger.begins("a", now: 14))
        begun.append(ledger.begins("a", now: 15))
        #expect(begun == [true, false, true, false, true])
    }
}
