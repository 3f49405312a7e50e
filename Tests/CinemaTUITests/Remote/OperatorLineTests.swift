import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// What the screen tells those who run a search index: where it is, how many
/// nodes answer, where the time went, what is missing.
struct OperatorLineTests {
    private let index = RemoteStub.index()

    private func player(_ status: CatalogStatus, columns: Int = 120) async -> Player {
        let player = await Player(catalog: index, columns: columns, rows: 24, status: status)
        #expect(player.frame.faults == [])
        return player
    }

    private func end(_ status: CatalogStatus, columns: Int = 120) async -> String {
        String(await player(status, columns: columns).screen.split(separator: "\n").last ?? "")
    }

    private var atTheServer: CatalogStatus {
        var status = CatalogStatus.atTheServer
        status.lastAnswer?.took = 12
        return status
    }

    @Test func theServersTimeIsToldApartFromTheWay() async {
        #expect(await end(atTheServer).hasSuffix("  server 12 ms of 182"))
        var kept = CatalogStatus.withSnapshot
        kept.lastAnswer?.took = 12
        #expect(await end(kept).hasSuffix("snapshot · 14:02"), "only of the server")
    }

    @Test func nodesThatArePutAsideAreCounted() async {
        var status = atTheServer
        status.nodes = CatalogStatus.Nodes(answering: 2, known: 3)
        #expect(await end(status).hasSuffix("2 of 3 nodes · server 12 ms of 182"))
        #expect(await end(status, columns: 60).hasSuffix("  2 of 3 nodes"))
        status.nodes = CatalogStatus.Nodes(answering: 3, known: 3)
        #expect(await end(status).hasSuffix("  server 12 ms of 182"))
    }

    @Test func partsThatDidNotAnswerAreSaid() async {
        index.set {
            $0.origin = ResultOrigin(
                place: .server, missing: ResultOrigin.Missing(parts: 2, of: 5))
        }
        let wide = await player(.atTheServer)
        #expect(
            !wide.rows(with: "2 of 5 shards did not answer: some films may be missing").isEmpty)
        let narrow = await player(.atTheServer, columns: 60)
        #expect(!narrow.rows(with: "2 of 5 shards silent").isEmpty)
        index.set {
            $0.origin = ResultOrigin(
                place: .server, missing: ResultOrigin.Missing(parts: 0, of: 5, timedOut: true))
        }
        let late = await player(.atTheServer)
        #expect(!late.rows(with: "stopped looking after its time limit").isEmpty)
        #expect(late.rows(with: "shards").isEmpty)
    }

    @Test func theIndexIsInTheHeaderWhereItHasRoom() async {
        index.set { $0.place = "movies → movies_v3, 999 documents" }
        let wide = await player(.atTheServer)
        #expect(
            !wide.rows(with: "films.example · movies → movies_v3, 999 documents · 9 films").isEmpty)
        let narrow = await player(.atTheServer, columns: 60)
        #expect(!narrow.rows(with: "cinema").isEmpty)
        #expect(!narrow.rows(with: "films.example · 9 films").isEmpty)
    }
}
