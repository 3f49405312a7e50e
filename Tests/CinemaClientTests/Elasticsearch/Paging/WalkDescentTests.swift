import CinemaCore
import CinemaTestSupport
import Synchronization
import Testing

@testable import CinemaClient

/// Rows far down, to which a walk goes by counting.
struct WalkDescentTests {
    private static let films = 2_000
    private static let window = 100

    /// Orders that are counted through, and some that are not.
    private static let plans: [ResultPlan] = [
        plan(["rating": ["order": "desc", "missing": "_last"]]),
        plan(["rating": ["order": "asc", "missing": "_first"]]),
        plan([
            "rating": ["order": "desc", "missing": 4.6, "unmapped_type": "double"]
        ]),
        plan(["rating": ["order": "desc", "missing": "_last"]], tieBreak: nil),
        plan(["id": ["order": "desc", "missing": "_last"]]),
        plan(
            ["_score": ["order": "desc"]], ["rating": ["order": "desc", "missing": "_last"]],
            query: tiers),
        plan(["_score": ["order": "asc"]], query: tiers),
        plan(["rating": ["order": "desc", "missing": "_last", "mode": "max"]]),
    ]

    private static let tiers: SearchJSON = [
        "bool": [
            "must": [
                [
                    "dis_max": [
                        "queries": [
                            .constant(["range": ["rating": ["gt": 6]]], score: 1, name: "words"),
                            .constant(["range": ["id": ["lt": "001500"]]], score: 2, name: "all"),
                            .constant(["range": ["id": ["lt": "000420"]]], score: 5, name: "best"),
                        ]
                    ]
                ]
            ],
            "filter": [["range": ["id": ["gt": "000020"]]]],
        ]
    ]

    private static func plan(
        _ sort: SearchJSON..., query: SearchJSON = .everything, tieBreak: String? = "id"
    ) -> ResultPlan {
        ResultPlan(
            index: "movies", query: query, sort: sort, tieBreak: tieBreak, source: ["title"])
    }

    private func walk(_ index: StubIndex, nearEnough: Int = 60) async throws -> ResultWalk {
        var server = IndexFixture.classic
        server.window = Self.window
        return ResultWalk(
            transport: index, layout: try await server.layout(), name: "index",
            thread: SerialThread(), nearEnough: nearEnough)
    }

    private func requests(_ index: StubIndex) -> Int { index.state.withLock { $0.requests.count } }

    @Test(arguments: plans)
    func rowsAreThoseOfAWalk(plan: ResultPlan) async throws {
        let plain = StubIndex(films: Self.films, window: Self.window)
        let whole = try await walk(plain).rows(plan, offset: 0, count: Self.films)
        let order = whole.hits.map(\.documentID)
        var generator = SeededGenerator(seed: 11)
        for counting in [StubIndex.Counting.exact, .severalValues, .refused] {
            let index = StubIndex(films: Self.films, window: Self.window, counting: counting)
            for _ in 0..<4 {
                let walk = try await walk(index)
                let offset = Int.random(in: 0..<order.count, using: &generator)
                let rows = try await walk.rows(plan, offset: offset, count: 40)
                #expect(
                    rows.hits.map(\.documentID) == Array(order.dropFirst(offset).prefix(40)),
                    "\(offset), \(counting)")
                #expect(rows.total == order.count)
                await walk.close()
            }
        }
    }

    @Test(arguments: plans.dropLast())
    func farRowsTakeFewRequests(plan: ResultPlan) async throws {
        let index = StubIndex(films: Self.films, window: Self.window, counting: .exact)
        let rows = try await walk(index).rows(plan, offset: 900, count: 40)
        #expect(rows.hits.count == 40)
        // The point in time, the total, counts of at most three keys, the row
        // before, the rows. A walk would take twelve.
        #expect(requests(index) <= 7)
    }

    /// Of a field with more values than are asked for at once some tell where
    /// to look.
    @Test func farRowsAmongManyValuesTakeFewRequests() async throws {
        let index = StubIndex(films: Self.films, window: Self.window, counting: .exact)
        let plan = Self.plan(["id": ["order": "desc", "missing": "_last"]])
        let rows = try await walk(index, nearEnough: 10).rows(plan, offset: 905, count: 40)
        let expected = (0..<40).map { StubIndex.film(Self.films - 1 - 905 - $0).id }
        #expect(rows.hits.map(\.documentID) == expected)
        // The point in time, the total, some values, how many rows are before
        // and between two of them, those in turn, the row before, the rows.
        #expect(requests(index) == 7)
    }

    @Test func pagesBesideFarRowsAreOneRequest() async throws {
        let index = StubIndex(films: Self.films, window: Self.window, counting: .exact)
        let walk = try await walk(index)
        _ = try await walk.rows(Self.plans[0], offset: 900, count: 40)
        for offset in [940, 980, 940, 900, 860] {
            let before = requests(index)
            _ = try await walk.rows(Self.plans[0], offset: offset, count: 40)
            #expect(requests(index) == before + 1, "offset \(offset)")
        }
    }

    @Test func whatCannotBeCountedIsAskedOnce() async throws {
        let index = StubIndex(films: Self.films, window: Self.window)
        let walk = try await walk(index)
        _ = try await walk.rows(Self.plans[0], offset: 900, count: 40)
        _ = try await walk.rows(Self.plans[0], offset: 1_200, count: 40)
        let counts = index.state.withLock(\.requests).filter { request in
            if case .search(_, let body, _) = request { body["aggs"] != nil } else { false }
        }
        #expect(counts.count == 1)
    }

    @Test func lostConnectionIsNoRefusal() async throws {
        let index = StubIndex(films: Self.films, window: Self.window, counting: .exact)
        let walk = try await walk(index)
        let lost = SearchFailure(CatalogError(.unavailable, source: "index", cause: "gone"))
        index.state.withLock { $0.nextFailure = (2, lost) }
        await #expect(throws: SearchFailure.self) {
            try await walk.rows(Self.plans[0], offset: 900, count: 40)
        }
        _ = try await walk.rows(Self.plans[0], offset: 900, count: 40)
        let counts = index.state.withLock(\.requests).filter { request in
            if case .search(_, let body, _) = request { body["aggs"] != nil } else { false }
        }
        #expect(counts.count == 2)
    }
}
