import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// Any row is the same whichever way a walk goes to it.
@Suite(
    "A search server tells rows far down by counting, as it does row by row",
    .enabled(if: RealSearchServer.isThere, RealSearchServer.comment))
struct RealSearchServerDepthTests {
    @Test(
        "rows that are counted to are those that are walked to",
        arguments: [
            "", "sort:rating", "sort:-year", "sort:title", "sort:-title", "sort:-reviews",
            "sort:runtime", "s", "the", "star sort:year", "rating:..7", "genre:drama sort:title",
        ])
    func rows(_ text: String) async throws {
        let server = try RealSearchServer.current()
        let transport = RealSearchServer.transport(to: server.address)
        let catalog = ElasticsearchCatalog(name: server.address, transport: transport)
        let knowledge = try await catalog.knowledge()
        let plan = FilmQuestion(FilmQuery(text), knowledge).result()
        func walk(nearEnough: Int) -> ResultWalk {
            ResultWalk(
                transport: transport, layout: knowledge.layout, name: server.address,
                thread: SerialThread(), nearEnough: nearEnough)
        }
        let plain = walk(nearEnough: .max)
        let total = try await plain.rows(plan, offset: 0, count: 0, held: true).total
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<6 where total > 0 {
            let offset = Int.random(in: 0..<total, using: &generator)
            let counted = walk(nearEnough: 3)
            let expected = try await plain.rows(plan, offset: offset, count: 20, held: true)
            let rows = try await counted.rows(plan, offset: offset, count: 20, held: true)
            #expect(rows.hits.map(\.documentID) == expected.hits.map(\.documentID), "\(offset)")
            #expect(rows.total == total)
            await counted.close()
        }
        await plain.close()
    }
}
