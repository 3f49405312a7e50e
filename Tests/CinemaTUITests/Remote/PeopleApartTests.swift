import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// Some indices tell of people only when they are asked again: films do not
/// wait for that.
struct PeopleApartTests {
    private let server = RemoteStub()

    private func player(
        total: Count = .atLeast(0), holdsReplies: Bool = false
    ) async -> Player {
        server.set { $0.totalOfPeopleApart = total }
        return await Player(
            catalog: server, columns: 120, rows: 24, holdsReplies: holdsReplies,
            status: .atTheServer)
    }

    @Test func filmsAreThereBeforePeopleAreAskedFor() async {
        var player = await player(holdsReplies: true)
        await player.answerAll()
        server.set { $0.asked = [] }
        await player.play("coppola", "<Enter>")
        await player.answer()
        #expect(!player.rows(with: "The Godfather").isEmpty)
        #expect(server.asked("people").isEmpty)
        // Their number is not told before it is known.
        #expect(!player.rows(with: "] People  Genres").isEmpty)
        await player.answerAll()
        #expect(!player.rows(with: "] People 1  Genres").isEmpty)
        #expect(server.asked("people") == ["0"])
    }

    @Test func theyAreAtHandWhenTheReaderTurnsToThem() async {
        var player = await player()
        await player.play("coppola", "<Enter>")
        let asked = server.asked("people")
        await player.play("<Tab>")
        #expect(!player.rows(with: "Francis Ford Coppola").isEmpty)
        #expect(server.asked("people") == asked)
    }

    @Test func movingThroughTheFilmsDoesNotGiveThemUp() async {
        var player = await player(holdsReplies: true)
        await player.answerAll()
        await player.play("al", "<Enter>")
        await player.answer()
        let count = player.held.firstIndex { if case .count = $0 { true } else { false } }
        await player.answer(count ?? 0)
        await player.play("<Esc>", "j", "j")
        #expect(player.wanted.contains { $0.page?.tab == .people })
        await player.answerAll()
        let asked = server.asked("people")
        await player.play("<Tab>")
        #expect(player.wanted.allSatisfy { $0.page == nil })
        #expect(server.asked("people") == asked)
    }

    @Test func beforeTheyAreCountedItIsNotSaidThatThereIsNobody() async {
        var player = await player(holdsReplies: true)
        await player.answerAll()
        await player.play("heat", "<Enter>")
        await player.answer()
        await player.play("<Tab>")
        #expect(player.rows(with: "Nothing found").isEmpty)
        #expect(!player.rows(with: "searching").isEmpty)
        await player.answerAll()
        #expect(player.rows(with: "searching").isEmpty)
    }

    @Test func whoLooksAtPeopleSeesThemChangeAtOnce() async {
        var player = await player()
        await player.play("coppola", "<Enter>", "<Tab>")
        await player.play("<C-u>", "pacino")
        player.holdsReplies = true
        await player.wait(200)
        #expect(!player.rows(with: "Francis Ford Coppola").isEmpty)
        await player.answer()
        #expect(!player.rows(with: "Al Pacino").isEmpty)
        #expect(player.rows(with: "Francis Ford Coppola").isEmpty)
    }

    @Test func whereTheyFailTheFilmsStayAndTheyAreAskedForAgain() async {
        var player = await player(total: .exact(1))
        server.set { $0.peopleFailure = .away }
        await player.play("coppola", "<Enter>")
        #expect(!player.rows(with: "The Godfather").isEmpty)
        server.set { $0.peopleFailure = nil }
        await player.wait(3_000)
        await player.play("<Tab>")
        #expect(!player.rows(with: "Francis Ford Coppola").isEmpty)
    }

    @Test func shownAnewTheyKeepTheirRowsUntilTheNewOnesCome() async {
        var player = await player(total: .exact(1))
        await player.play("coppola", "<Enter>", "<Tab>")
        player.holdsReplies = true
        await player.play("<C-r>")
        await player.answer()
        #expect(!player.rows(with: "Francis Ford Coppola").isEmpty)
        await player.answerAll()
        #expect(!player.rows(with: "Francis Ford Coppola").isEmpty)
    }

    @Test func whoTurnsAwayFromThemDoesNotWaitForThem() async {
        var player = await player(holdsReplies: true)
        await player.answerAll()
        await player.play("heat", "<Tab>", "<Enter>")
        await player.play("<S-Tab>")
        await player.answer(player.held.count - 1)
        #expect(!player.rows(with: "1995  Heat").isEmpty)
    }

    @Test func aTabSaysThatTheyFailed() async {
        var player = await player(holdsReplies: true)
        await player.answerAll()
        let failure = CatalogError(
            .unsupported, source: "films.example", cause: "it does not like the question")
        await player.play("coppola", "<Enter>")
        await player.answer()
        while let count = player.held.indices.last { await player.answer(count, failing: failure) }
        #expect(!player.rows(with: "] People  Genres").isEmpty)
        await player.play("<Tab>")
        while let page = player.held.indices.last { await player.answer(page, failing: failure) }
        #expect(!player.rows(with: "it does not like the question").isEmpty)
        await player.play("<S-Tab>")
        #expect(!player.rows(with: "] People !  Genres").isEmpty)
    }
}
