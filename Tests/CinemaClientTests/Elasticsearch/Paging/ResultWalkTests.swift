import CinemaCore
import CinemaTestSupport
import Synchronization
import Testing

@testable import CinemaClient

struct ResultWalkTests {
    private static let films = 1_050
    private let byRating = ResultPlan(
        index: "movies", query: ["match_all": [:]],
        sort: [["rating": ["order": "desc", "missing": "_last"]]], tieBreak: "id",
        source: ["title"])

    /// The numbers of the films in the order of `byRating`.
    private static let order: [Int] = (0..<films).sorted { left, right in
        let (a, b) = (StubIndex.film(left), StubIndex.film(right))
        let ratings = (a.rating ?? -1, b.rating ?? -1)
        return ratings.0 == ratings.1 ? a.id < b.id : ratings.0 > ratings.1
    }

    private func walk(
        _ index: StubIndex, _ version: String = "8.12.1", window: Int = 100
    ) async throws -> ResultWalk {
        var server = IndexFixture.classic
        server.banner = #"{"version": {"number": "\#(version)"}}"#
        server.window = window
        return ResultWalk(
            transport: index, layout: try await server.layout(), name: "index",
            thread: SerialThread())
    }

    private func numbers(_ rows: ResultWindow) -> [Int] {
        rows.hits.compactMap { Int($0.documentID) }
    }

    private func requests(_ index: StubIndex) -> Int { index.state.withLock { $0.requests.count } }
    private func openPoints(_ index: StubIndex) -> Int {
        index.state.withLock { $0.openPoints.count }
    }

    @Test func firstRowsAreOneRequestWithNothingHeldOpen() async throws {
        let index = StubIndex(films: Self.films)
        let rows = try await walk(index).rows(byRating, offset: 40, count: 50)
        #expect(numbers(rows) == Array(Self.order[40..<90]))
        #expect(rows.total == Self.films)
        #expect(rows.shards == 2)
        #expect(rows.hits[0].film?.title == "Film \(Self.order[40])")
        #expect(requests(index) == 1)
    }

    @Test(arguments: ["8.12.1", "7.10.2"], [true, false])
    func everyPlaceIsReached(version: String, hasPoints: Bool) async throws {
        let index = StubIndex(films: Self.films, hasPoints: hasPoints)
        let walk = try await walk(index, version)
        var generator = SeededGenerator(seed: 7)
        for offset in [990, 100, 1_049, 500, 60, 1_000, 700, 51] {
            let rows = try await walk.rows(byRating, offset: offset, count: 50)
            #expect(numbers(rows) == Array(Self.order[offset..<min(offset + 50, Self.films)]))
            #expect(rows.total == Self.films)
        }
        for _ in 0..<50 {
            let offset = Int.random(in: 0..<1_100, using: &generator)
            let rows = try await walk.rows(byRating, offset: offset, count: 37)
            let expected = Self.order.dropFirst(offset).prefix(37)
            #expect(numbers(rows) == Array(expected), "offset \(offset)")
        }
        await walk.close()
        #expect(openPoints(index) == 0)
        let asked = index.state.withLock(\.requests).contains { request in
            if case .openPointInTime = request { true } else { false }
        }
        #expect(asked == (version != "7.10.2"))
    }

    @Test func pagingOnFromADeepPlaceIsOneRequest() async throws {
        let index = StubIndex(films: Self.films)
        let walk = try await walk(index)
        _ = try await walk.rows(byRating, offset: 400, count: 50)
        var before = requests(index)
        // The point in time, the total, three jumps and the rows.
        #expect(before == 7)
        for offset in [450, 500, 550, 500, 450, 350] {
            let rows = try await walk.rows(byRating, offset: offset, count: 50)
            #expect(numbers(rows) == Array(Self.order[offset..<(offset + 50)]))
            #expect(requests(index) == before + 1, "offset \(offset)")
            before += 1
        }
    }

    @Test func farPlacesAreGoneToFromTheEnd() async throws {
        let index = StubIndex(films: Self.films)
        let walk = try await walk(index)
        let rows = try await walk.rows(byRating, offset: 1_000, count: 50)
        #expect(numbers(rows) == Array(Self.order[1_000...]))
        #expect(requests(index) == 3)
        _ = try await walk.rows(byRating, offset: 920, count: 20)
        #expect(requests(index) == 5)
    }

    @Test func placesPassedByAreKept() async throws {
        let index = StubIndex(films: 9_000, window: 500)
        let walk = try await walk(index, window: 500)
        _ = try await walk.rows(byRating, offset: 4_400, count: 50)
        let before = requests(index)
        _ = try await walk.rows(byRating, offset: 3_010, count: 50)
        // One step from the kept row, and the rows.
        #expect(requests(index) == before + 2)
    }

    @Test func onlyRowsAreAskedForWithTheirDocuments() async throws {
        let index = StubIndex(films: Self.films)
        _ = try await walk(index).rows(byRating, offset: 400, count: 50)
        let bodies = index.state.withLock(\.requests).compactMap { request -> SearchJSON? in
            if case .search(nil, let body, _) = request { body } else { nil }
        }
        #expect(bodies.filter { $0["_source"] != false }.count == 1)
        #expect(bodies.allSatisfy { $0["pit"]?["keep_alive"] == "2m" })
    }

    @Test func scoresCompareAtEveryDepth() async throws {
        for (hasPoints, tieBreak) in [(true, "id"), (false, "id"), (false, nil)] {
            var plan = byRating
            plan.scoring = .byIndex
            plan.tieBreak = tieBreak
            let index = StubIndex(films: Self.films, hasPoints: hasPoints)
            let walk = try await walk(index)
            for offset in [0, 400] { _ = try await walk.rows(plan, offset: offset, count: 50) }
            let scorings = index.state.withLock(\.requests).compactMap {
                request -> IndexRequest.Scoring? in
                switch request {
                case .search(_, _, let scoring), .openScroll(_, _, let scoring): scoring
                default: nil
                }
            }
            #expect(scorings.count > 1 && scorings.allSatisfy { $0 == .byIndex })
        }
    }

    @Test func forgottenPlaceIsFoundAgain() async throws {
        let index = StubIndex(films: Self.films)
        let walk = try await walk(index)
        _ = try await walk.rows(byRating, offset: 400, count: 50)
        index.state.withLock { $0.openPoints = [] }
        let before = requests(index)
        let rows = try await walk.rows(byRating, offset: 450, count: 50)
        #expect(numbers(rows) == Array(Self.order[450..<500]))
        // The refusal, closing, opening, the total, and on from the last row.
        #expect(requests(index) == before + 5)
        #expect(openPoints(index) == 1)
    }

    @Test func orderOfThePointInTimeServesWhereNothingTellsFilmsApart() async throws {
        var plan = byRating
        plan.tieBreak = nil
        let index = StubIndex(films: Self.films)
        let walk = try await walk(index)
        for offset in [400, 450, 900, 130] {
            let rows = try await walk.rows(plan, offset: offset, count: 50)
            #expect(numbers(rows) == Array(Self.order[offset..<(offset + 50)]))
        }
        index.state.withLock { $0.openPoints = [] }
        let rows = try await walk.rows(plan, offset: 450, count: 50)
        #expect(numbers(rows) == Array(Self.order[450..<500]))
    }

    @Test func scrollServesWhereThereIsNothingElse() async throws {
        var plan = byRating
        plan.tieBreak = nil
        let index = StubIndex(films: Self.films, hasPoints: false)
        let walk = try await walk(index, "7.10.2")
        // Equal ratings stand in the index's own order, which is that of ids.
        var rows = try await walk.rows(plan, offset: 300, count: 50)
        #expect(numbers(rows) == Array(Self.order[300..<350]))
        #expect(rows.total == Self.films)
        let before = requests(index)
        rows = try await walk.rows(plan, offset: 350, count: 50)
        #expect(numbers(rows) == Array(Self.order[350..<400]))
        #expect(requests(index) == before)
        rows = try await walk.rows(plan, offset: 120, count: 50)
        #expect(numbers(rows) == Array(Self.order[120..<170]))
        index.state.withLock { $0.openScrolls = [:] }
        rows = try await walk.rows(plan, offset: 1_030, count: 50)
        #expect(numbers(rows) == Array(Self.order[1_030...]))
        await walk.close()
        #expect(index.state.withLock(\.openScrolls.count) == 0)
    }

    @Test func questionsAtTheSameTimeShareWhatIsOpen() async throws {
        for hasPoints in [true, false] {
            var ordered = byRating
            if !hasPoints { ordered.tieBreak = nil }
            let plan = ordered
            let index = StubIndex(films: Self.films, hasPoints: hasPoints)
            let walk = try await walk(index, hasPoints ? "8.12.1" : "7.10.2")
            async let some = walk.rows(plan, offset: 300, count: 50)
            async let others = walk.rows(plan, offset: 400, count: 50)
            #expect(numbers(try await some) == Array(Self.order[300..<350]))
            #expect(numbers(try await others) == Array(Self.order[400..<450]))
            await walk.close(forGood: true)
            #expect(openPoints(index) == 0)
            #expect(index.state.withLock(\.openScrolls.count) == 0)
            await #expect(throws: SearchFailure.self) {
                try await walk.rows(plan, offset: 300, count: 50)
            }
        }
    }

    @Test func whatIsOpenIsClosedWhenOtherPlansCome() async throws {
        let index = StubIndex(films: Self.films)
        let walk = try await walk(index)
        for number in 0..<5 {
            var plan = byRating
            plan.query = ["term": ["genre": .string("\(number)")]]
            _ = try await walk.rows(plan, offset: 400, count: 10)
        }
        #expect(index.state.withLock(\.opened) == 5)
        #expect(openPoints(index) == 3)
        await walk.close()
        #expect(openPoints(index) == 0)
    }

    @Test func failureLeavesNothingOpen() async throws {
        let index = StubIndex(films: Self.films)
        let walk = try await walk(index)
        index.state.withLock { $0.nextFailure = (2, .refused(400, "query_shard_exception")) }
        let error = await #expect(throws: SearchFailure.self) {
            try await walk.rows(byRating, offset: 400, count: 50)
        }
        #expect(error?.type == "query_shard_exception")
        #expect(openPoints(index) == 0)
    }

    @Test func rowsBehindTheEndAreNone() async throws {
        let index = StubIndex(films: Self.films)
        let walk = try await walk(index)
        let rows = try await walk.rows(byRating, offset: 5_000, count: 50)
        #expect(rows.hits.isEmpty)
        #expect(rows.total == Self.films)
        #expect(try await walk.rows(byRating, offset: .max, count: 50).hits.isEmpty)
        #expect(try await walk.rows(byRating, offset: 1_049, count: 50).hits.count == 1)
    }

    @Test func moreRowsThanTheWindowComeInParts() async throws {
        let index = StubIndex(films: Self.films)
        let rows = try await walk(index).rows(byRating, offset: 50, count: 270)
        #expect(numbers(rows) == Array(Self.order[50..<320]))
    }
}
