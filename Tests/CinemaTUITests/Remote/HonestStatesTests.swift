import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// A dead, slow or grumpy server is a state of the screen.
struct HonestStatesTests {
    private let server = RemoteStub()
    private let broken = CatalogError(
        .invalidAnswer, source: "films.example", cause: "the server answered 500 to /persons")
    private let notReady = CatalogError(
        .unavailable, source: "films.example", cause: "the cluster is not ready")

    private func player(
        _ status: CatalogStatus = .atTheServer, columns: Int = 120
    ) async -> Player {
        await Player(catalog: server, columns: columns, rows: 24, status: status)
    }

    @Test func aServerThatIsDeadAtTheStartIsSaidAndWaitedFor() async {
        server.set { $0.failure = .away }
        var connecting = CatalogStatus.atTheServer
        connecting.connection = .connecting
        var player = await player(connecting)
        await player.send(.status(.atTheServer.offline()))
        #expect(!player.rows(with: "the connection was refused").isEmpty)
        #expect(!player.rows(with: "tried again by itself").isEmpty)
        #expect(!player.rows(with: "C-r tries again").isEmpty)
        #expect(!player.rows(with: "films.example · offline").isEmpty)
        server.set { $0.failure = nil }
        await player.send(.status(.atTheServer))
        #expect(!player.rows(with: "The Godfather").isEmpty)
        #expect(!player.rows(with: "films.example · 9 films").isEmpty)
        #expect(player.rows(with: "offline").isEmpty && player.rows(with: "refused").isEmpty)
    }

    @Test func connectingIsSaidOnceItTakesLong() async {
        var connecting = CatalogStatus.atTheServer
        connecting.connection = .connecting
        var player = await Player(
            catalog: server, columns: 80, rows: 24, holdsReplies: true, status: connecting)
        #expect(player.rows(with: "onnecting").isEmpty)
        await player.wait(400)
        #expect(!player.rows(with: "Connecting to films.example").isEmpty)
        await player.answerAll()
        #expect(player.rows(with: "onnecting").isEmpty)
    }

    @Test func aServerThatDiesLeavesTheRowsAndComesBackByItself() async {
        var player = await player()
        await player.play("god", "<Enter>")
        server.set { $0.failure = .away }
        await player.send(.status(.atTheServer.offline()))
        await player.play("f", "<Enter>")
        #expect(player.rows(with: "Godfather").count >= 2)
        #expect(!player.rows(with: "the connection was refused").isEmpty)
        #expect(!(player.screen.split(separator: "\n").last ?? "").contains("refused"))
        server.set { $0.failure = nil }
        await player.send(.status(.atTheServer))
        #expect(player.rows(with: "refused").isEmpty)
        #expect(player.state.browser.results.isCurrent)
    }

    @Test func rowsThatStoodInForTheServersAreAskedAnewWhenItIsBack() async {
        var player = await player()
        server.set {
            $0.origin = ResultOrigin(
                place: .snapshot,
                coverage: ResultOrigin.Coverage(read: 9, total: .atLeast(9)))
        }
        await player.send(.status(.atTheServer.offline()))
        await player.play("god", "<Enter>")
        server.set {
            $0.origin = nil
            $0.asked = []
        }
        await player.send(.status(.atTheServer))
        #expect(server.asked("search") == ["god"])
        #expect(player.state.browser.results.origin == nil)
    }

    @Test func peopleFailApartFromFilms() async {
        server.set { [broken] in $0.peopleFailure = broken }
        var player = await player()
        await player.play("god", "<Enter>")
        #expect(player.rows(with: "Godfather").count >= 2)
        #expect(!player.rows(with: "People !").isEmpty)
        #expect(player.rows(with: "500 to /persons").isEmpty)
        await player.play("<Tab>")
        #expect(!player.rows(with: "500 to /persons").isEmpty)
        #expect(player.rows(with: "Nothing found").isEmpty)
        await player.play("<Tab>")
        #expect(!player.rows(with: "Nothing found").isEmpty)
        server.set { $0.peopleFailure = nil }
        await player.play("<C-r>", "<S-Tab>")
        #expect(player.rows(with: "People !").isEmpty)
    }

    @Test func aFailedPageKeepsTheRowsAndIsAskedForAgain() async {
        server.set { $0.catalog = NumberedCatalog(films: 1_000) }
        var player = await player()
        await player.play("film", "<Enter>", "<Esc>")
        server.set { [broken] in $0.filmsFailure = broken }
        await player.play("<PgDn>", "<PgDn>", "<PgDn>", "<PgDn>")
        #expect(!player.rows(with: "500 to /persons").isEmpty)
        #expect(!player.rows(with: "Film 59").isEmpty)
        #expect(player.frame.faults == [])
        server.set { $0.filmsFailure = nil }
        await player.play("r")
        #expect(player.rows(with: "500 to").isEmpty && player.rows(with: "·  ").isEmpty)
    }

    @Test func whatFailedForAMomentIsAskedForAgainByItself() async {
        server.set { [notReady] in $0.filmsFailure = notReady }
        var player = await player()
        await player.play("god", "<Enter>")
        #expect(!player.rows(with: "is not ready").isEmpty)
        server.set { $0.filmsFailure = nil }
        await player.wait(3_000)
        #expect(player.rows(with: "is not ready").isEmpty)
        #expect(player.rows(with: "Godfather").count >= 2)
    }

    @Test func rowsThatWereReadStayUntilAServerThatIsBackIsReady() async {
        var player = await player()
        await player.play("god", "<Enter>")
        server.set { $0.failure = .away }
        await player.send(.status(.atTheServer.offline()))
        await player.play("<C-r>")
        server.set { [notReady] in
            $0.failure = nil
            $0.filmsFailure = notReady
        }
        await player.send(.status(.atTheServer))
        #expect(player.rows(with: "Godfather").count >= 2)
        #expect(!player.rows(with: "is not ready").isEmpty)
        server.set { $0.filmsFailure = nil }
        await player.wait(3_000)
        #expect(player.rows(with: "Godfather").count >= 2)
        #expect(player.rows(with: "is not ready").isEmpty)
    }

    @Test func aServerThatStaysUnreadyIsAskedMoreAndMoreRarely() async {
        server.set { [notReady] in $0.peopleFailure = notReady }
        var player = await player()
        await player.play("god", "<Enter>")
        server.set { $0.asked = [] }
        for (seconds, questions) in [(3, 1), (6, 2), (12, 3), (24, 4), (48, 5), (48, 6)] {
            await player.wait(seconds * 1_000 - 1)
            #expect(server.asked("search").count == questions - 1)
            await player.wait(1)
            #expect(server.asked("search").count == questions)
        }
        // Films were there all the time.
        #expect(player.rows(with: "Godfather").count >= 2)
        #expect(player.rows(with: "is not ready").isEmpty)
    }

    @Test func aSearchThatFailedSaysSoUntilItIsAnswered() async {
        server.set { [notReady] in $0.failure = notReady }
        var player = await player()
        await player.play("god", "<Enter>")
        player.holdsReplies = true
        await player.wait(3_000)
        #expect(!player.rows(with: "is not ready").isEmpty)
        server.set { $0.failure = nil }
        await player.answerAll()
        #expect(player.rows(with: "is not ready").isEmpty)
        #expect(player.rows(with: "Godfather").count >= 2)
    }

    @Test func anAnswerThatMakesNoSenseIsNotAskedForAgain() async {
        server.set { [broken] in $0.filmsFailure = broken }
        var player = await player()
        await player.play("god", "<Enter>")
        server.set { $0.asked = [] }
        await player.wait(60_000)
        #expect(server.asked("search") == [])
    }

    @Test func aRecordThatFailedForAMomentIsReadByItself() async {
        server.set { [notReady] in $0.recordFailure = notReady }
        var player = await player()
        await player.play("heat", "<Enter>", "<Enter>")
        #expect(!player.rows(with: "is not ready").isEmpty)
        server.set { $0.recordFailure = nil }
        await player.wait(3_000)
        #expect(!player.rows(with: "Michael Mann").isEmpty)
    }

    @Test func aRecordThatFailedIsSaidInThePane() async {
        server.set { $0.recordFailure = .away }
        var player = await player()
        await player.play("heat", "<Enter>", "<Enter>")
        #expect(!player.rows(with: "the connection was").isEmpty)
        #expect(!player.rows(with: "r tries again").isEmpty)
        server.set { $0.recordFailure = nil }
        await player.play("r")
        #expect(!player.rows(with: "Michael Mann").isEmpty)
    }

    @Test func passedRowsAreNotLoaded() async {
        var player = await player()
        await player.play("<Esc>")
        await player.wait(1_000)
        server.set { $0.asked = [] }
        await player.play("j", "j", "j")
        #expect(server.asked("film") == [])
        await player.wait(150)
        #expect(server.asked("film").count == 1)
        player.holdsReplies = true
        await player.play("j")
        await player.wait(500)
        #expect(player.rows(with: "loading").isEmpty)
        await player.wait(50)
        #expect(!player.rows(with: "loading").isEmpty)
        await player.answerAll()
        #expect(player.rows(with: "loading").isEmpty)
    }

    @Test func recordsThatWereShownAreAtHand() async {
        var player = await player()
        await player.play("<Esc>")
        for _ in 0..<3 {
            await player.play("j")
            await player.wait(150)
        }
        server.set { $0.asked = [] }
        await player.play("k")
        #expect(player.state.document != nil)
        await player.wait(1_000)
        #expect(server.asked("film") == [])
    }

    @Test func aFailureOfASourceThatIsAwayDoesNotFlicker() async {
        var player = await player()
        await player.play("god", "<Enter>")
        server.set { $0.failure = .away }
        await player.send(.status(.atTheServer.offline()))
        for key in ["f", "a", "t"] {
            await player.play(key)
            if key != "f" { #expect(!player.rows(with: "refused").isEmpty) }
            await player.wait(200)
            #expect(!player.rows(with: "refused").isEmpty)
        }
    }

    @Test func whatTheServerCannotDoIsNoFailure() async {
        let short = CatalogError(
            .unsupported, source: "films.example", cause: "type three letters")
        server.set { $0.failure = short }
        var player = await player(columns: 80)
        await player.play("st", "<Enter>")
        #expect(!player.rows(with: "type three letters").isEmpty)
        #expect(player.rows(with: "retry").isEmpty && player.rows(with: "tries again").isEmpty)
    }

    @Test func genresCanBeChosenWhereNothingIsCounted() async {
        var player = await player()
        player.holdsReplies = true
        await player.play("<Esc>", "s", "y")
        await player.answer()
        await player.play("f", "j")
        #expect(!player.rows(with: "[ ] Crime").isEmpty)
        let chosen = player.rows(with: "▸ [ ]")
        await player.answerAll()
        #expect(!player.rows(with: "1990s").isEmpty || player.state.browser.results.facets != nil)
        #expect(player.rows(with: "▸ [ ]").count == chosen.count)
    }

    @Test func enterDoesNotWaitForARecord() async {
        var player = await player()
        await player.play("<Esc>", "j", "j")
        server.set { $0.asked = [] }
        await player.play("<Enter>")
        #expect(server.asked("film").count == 1)
        await player.wait(1_000)
        #expect(server.asked("film").count == 1)
    }

    @Test func whereRowsComeFromIsSaid() async {
        server.set {
            $0.origin = ResultOrigin(
                place: .loadedPages, coverage: .init(read: 500, total: .atLeast(900)),
                unreadableRows: 2, ignored: ["year"])
        }
        let wide = await player()
        #expect(
            !wide.rows(
                with: "filtered here, out of 500 rows read · 2 rows unreadable at the server"
            ).isEmpty)
        server.set {
            $0.origin = ResultOrigin(
                place: .snapshot, coverage: .init(read: 412, total: .exact(999)))
        }
        let narrow = await player(columns: 60)
        #expect(!narrow.rows(with: "412 of 999 read").isEmpty)
    }
}
