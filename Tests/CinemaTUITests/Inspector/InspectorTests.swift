import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// What is behind a row, a list, a place in a list.
struct InspectorTests {
    private let index = RemoteStub.index()

    private func player(
        columns: Int = 120, rows: Int = 24, holdsReplies: Bool = false
    ) async -> Player {
        await Player(
            catalog: index, columns: columns, rows: rows, holdsReplies: holdsReplies,
            status: .atTheServer)
    }

    private var asked: [String] { index.asked("inspect") }

    private func inspector(_ player: Player) -> InspectorState? {
        guard case .inspector(let inspector) = player.state.overlay else { return nil }
        return inspector
    }

    @Test func theDocumentOfARowIsShownAndLeft() async {
        var player = await player()
        await player.play("godfather", "<Enter>", "<Esc>", "J")
        #expect(player.state.mode == .inspector)
        #expect(!player.rows(with: "movies/_doc/").isEmpty)
        #expect(!player.rows(with: "    {").isEmpty, "by depth")
        let id = FilmFixtures.films[0].id
        #expect(asked == ["\(InspectionSubject.film(id))"])
        await player.play("<Esc>")
        #expect(player.state.overlay == nil && player.state.mode == .list)
        #expect(!player.rows(with: "The Godfather").isEmpty)
    }

    @Test func peopleGenresAndTheRecordInThePaneHaveDocumentsToo() async {
        var player = await player()
        await player.play("<Esc>", "<Tab>", "J", "<Esc>", "<Tab>", "J", "<Esc>")
        #expect(asked.count == 2)
        #expect(asked[0].hasPrefix("person") && asked[1].hasPrefix("genre"))
        await player.play("<S-Tab>", "<S-Tab>", "<Enter>", "J")
        #expect(asked.last?.hasPrefix("film") == true)
        await player.play("<Esc>")
        #expect(player.state.mode == .detail)
    }

    @Test func theRequestAndTheReasonBelongToTheListOnTheScreen() async {
        var player = await player()
        await player.play("godfather", "<Enter>", "<Esc>", "R")
        #expect(!player.rows(with: "POST /movies/_search, 12 ms of 40 ms").isEmpty)
        #expect(!player.rows(with: "\"title\": \"godfather\"").isEmpty)
        #expect(!player.rows(with: "curl -X POST").isEmpty)
        await player.play("W")
        #expect(!player.rows(with: "title has “godfather”").isEmpty)
        await player.play("J")
        #expect(!player.rows(with: "_doc").isEmpty)
        await player.play("<Esc>", "c", "/", "al", "<Enter>", "<Esc>", "<Tab>", "W")
        #expect(player.state.overlay == nil)
        #expect(!player.rows(with: "told of films only").isEmpty)
    }

    @Test(arguments: ["о", "к", "ц"])
    func aRussianKeyboardHasTheSameKeys(_ key: String) async {
        var player = await player()
        await player.play("<Esc>", key.uppercased())
        #expect(player.state.mode == .inspector)
        await player.play("й")
        #expect(player.state.mode == .list)
    }

    @Test func withoutDocumentsTheKeySaysSoAndNothingIsAsked() async {
        var player = await Player(columns: 120, rows: 24)
        await player.play("<Esc>", "J")
        #expect(player.state.overlay == nil)
        #expect(!player.rows(with: "There are no documents behind this source").isEmpty)
        await player.play("?", "document")
        #expect(player.rows(with: "the document behind").isEmpty)
        await player.play("<Esc>")
        #expect(player.rows(with: "J document").isEmpty)
    }

    @Test func theKeysAreInTheHelpAndTheHintsOfAnIndex() async {
        var player = await player()
        await player.play("<Esc>")
        #expect(!player.rows(with: "J document").isEmpty)
        await player.play("?", "behind")
        #expect(!player.rows(with: "the document behind a row").isEmpty)
        await player.play("<Enter>")
        #expect(player.state.mode == .inspector)
        await player.play("?")
        #expect(!player.rows(with: "fold or unfold").isEmpty)
        await player.play("<Esc>")
        #expect(player.state.mode == .inspector, "help gives it back")
    }

    @Test func linesFoldAndUnfold() async {
        var player = await player()
        await player.play("<Esc>", "J", "jj", "<Enter>")
        #expect(!player.rows(with: "\"genres\": [ … 4 lines").isEmpty)
        #expect(player.rows(with: "Drama").isEmpty)
        await player.play("j")
        #expect(inspector(player)?.selected == 7, "over what is folded")
        await player.play("k", "l")
        #expect(!player.rows(with: "Drama").isEmpty)
        await player.play("jjj", "h")
        #expect(inspector(player)?.selected == 3, "to the line it lies in")
        await player.play("-")
        #expect(player.rows(with: "Drama").isEmpty)
        #expect(!player.rows(with: "description").isEmpty, "the outermost object stays open")
        await player.play("+")
        #expect(!player.rows(with: "Drama").isEmpty)
    }

    @Test func aSearchGoesToItsMatchAndUnfoldsIt() async {
        var player = await player()
        await player.play("<Esc>", "J", "-", "/", "drama")
        #expect(player.state.mode == .find)
        #expect(inspector(player)?.selected == 5)
        #expect(!player.rows(with: "Drama").isEmpty)
        await player.play("<Enter>", "n")
        #expect(inspector(player)?.selected == 5, "there is but one")
        await player.play("/", "qjy")
        #expect(!player.rows(with: "Nothing in it has").isEmpty)
        await player.play("<Esc>", "gg", "/", "id", "<Enter>", "n", "n")
        #expect(inspector(player)?.selected == 8, "patriarch of… did")
        await player.play("N")
        #expect(inspector(player)?.selected == 4)
    }

    @Test func whatIsCopiedGoesToTheTerminal() async {
        var player = await player()
        await player.play("<Esc>", "R", "y")
        #expect(
            player.effects.contains(
                .copy("curl -X POST 'http://localhost:9200/movies/_search'")))
        #expect(!player.rows(with: "Sent to the terminal's clipboard: 51 characters").isEmpty)
        await player.play("W", "y")
        #expect(!player.rows(with: "nothing to copy").isEmpty)
    }

    @Test func aTerminalThatTakesNoCopiesGetsNone() async {
        var player = await Player(
            catalog: index, traits: ScreenTraits(takesCopies: false), status: .atTheServer)
        await player.play("<Esc>", "R", "y")
        #expect(!player.rows(with: "takes no copies").isEmpty)
        #expect(!player.effects.contains { if case .copy = $0 { true } else { false } })
    }

    @Test func tooMuchIsNotCopied() async {
        index.set {
            $0.inspection = { _ in
                Inspection(
                    title: "large", lines: [], copy: String(repeating: "x", count: 80_000))
            }
        }
        var player = await player()
        await player.play("<Esc>", "J", "y")
        #expect(!player.rows(with: "too much").isEmpty)
        #expect(!player.rows(with: "Nothing is told of it").isEmpty)
        #expect(!player.effects.contains { if case .copy = $0 { true } else { false } })
    }

    @Test func aLateAnswerBelongsToNobody() async {
        var player = await player(holdsReplies: true)
        await player.answerAll()
        await player.play("<Esc>", "J")
        #expect(!player.rows(with: "loading…").isEmpty)
        await player.play("R")
        await player.answer(player.held.count - 1)
        #expect(!player.rows(with: "POST /movies").isEmpty)
        await player.answer(player.held.count - 1)
        #expect(!player.rows(with: "POST /movies").isEmpty)
        await player.play("J", "<Esc>")
        let isAsked = player.wanted.contains { if case .inspect = $0 { true } else { false } }
        #expect(!isAsked, "what was asked is given up")
        await player.answerAll()
        #expect(player.state.overlay == nil)
    }

    @Test func anAnswerComesInUnderTheHelp() async {
        var player = await player(holdsReplies: true)
        await player.answerAll()
        await player.play("<Esc>", "J", "?")
        await player.answerAll()
        await player.play("<Esc>")
        #expect(!player.rows(with: "movies/_doc").isEmpty)
    }

    @Test func aFailureIsSaidAndAskedAgain() async {
        index.set { $0.inspectionFailure = .away }
        var player = await player()
        await player.play("<Esc>", "J")
        #expect(!player.rows(with: "films.example: the connection was refused").isEmpty)
        #expect(!player.rows(with: "r tries again").isEmpty)
        index.set { $0.inspectionFailure = nil }
        await player.play("r")
        #expect(!player.rows(with: "movies/_doc").isEmpty)
    }
}
