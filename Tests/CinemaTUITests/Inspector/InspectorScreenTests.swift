import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaTUI

/// What is behind a row on screens of every size.
struct InspectorScreenTests {
    private let index = RemoteStub.index()

    private func player(columns: Int, rows: Int) async -> Player {
        await Player(catalog: index, columns: columns, rows: rows, status: .atTheServer)
    }

    @Test(arguments: [(120, 24), (60, 16)])
    func aDocument(columns: Int, rows: Int) async {
        var player = await player(columns: columns, rows: rows)
        await player.play("<Esc>", "J", "jj")
        #expect(player.frame.faults == [])
        #expect(!player.rows(with: "\"genres\": [").isEmpty)
        expectFrame(player.frame, named: "inspector-document-\(columns)")
    }

    @Test func aRequest() async {
        var player = await player(columns: 80, rows: 24)
        await player.play("god", "<Enter>", "<Esc>", "R", "jj", "h")
        #expect(!player.rows(with: "… 1 line").isEmpty)
        expectFrame(player.frame, named: "inspector-request")
    }

    @Test func aNarrowWindowSaysHowMuchItNeeds() async {
        var player = await player(columns: 120, rows: 24)
        await player.play("<Esc>", "J")
        await player.send(.resize(Size(columns: 40, rows: 10)))
        #expect(player.screen.contains("60x16"))
        await player.play("jjjj", "G", "k")
        await player.send(.resize(Size(columns: 60, rows: 16)))
        #expect(player.frame.faults == [])
        #expect(!player.rows(with: "description").isEmpty)
    }

    /// Every line can be read to its end, however long it is.
    @Test(arguments: [(60, 16), (80, 24), (200, 50)])
    func everyCharacterCanBeReached(columns: Int, rows: Int) async {
        let words = (0..<300).map { "word\($0)" }
        let long = words.joined(separator: " ")
        index.set {
            $0.inspection = { _ in
                Inspection(
                    title: "long",
                    lines: [
                        Inspection.Line("{"), Inspection.Line(depth: 1, long),
                        Inspection.Line(depth: 40, "deep " + long), Inspection.Line("}"),
                    ])
            }
        }
        var player = await player(columns: columns, rows: rows)
        await player.play("<Esc>", "J")
        var seen = ""
        var last = ""
        while last != player.screen {
            last = player.screen
            seen += last
            await player.play("j")
        }
        let shown = Set(seen.split(whereSeparator: \.isWhitespace).map(String.init))
        #expect(words.allSatisfy(shown.contains))
        #expect(shown.contains("}"))
        let end = player.screen
        await player.play("gg", "G")
        #expect(player.screen == end)
        for _ in 0..<200 { await player.play("k") }
        #expect(!player.rows(with: "{").isEmpty)
    }

    @Test func textFromOutsideCannotActOnTheTerminal() async {
        index.set {
            $0.inspection = { _ in
                Inspection(
                    title: "a\u{1b}[2Jb",
                    lines: [Inspection.Line("\u{1b}]52;c;eA==\u{7}\r\n\u{9b}x\u{202e}")])
            }
        }
        var player = await player(columns: 80, rows: 24)
        await player.play("<Esc>", "J", "/", "x")
        #expect(player.frame.faults == [])
        let isSafe = player.screen.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value)
        }
        #expect(isSafe)
    }

    @Test func aLargeDocumentIsDrawnAtOnce() async {
        index.set {
            $0.inspection = { _ in
                Inspection(
                    title: "large",
                    lines: (0..<20_000).map { Inspection.Line(depth: $0 % 9, "line \($0)") })
            }
        }
        var player = await player(columns: 80, rows: 24)
        await player.play("<Esc>", "J", "G", "-", "+", "gg", "<C-d>", "<C-f>", "/", "19999")
        #expect(!player.rows(with: "line 19999").isEmpty)
    }
}
