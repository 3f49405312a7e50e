import CinemaTUI
import Testing

@testable import CursesTerminal

/// One after the other: ncurses keeps its screen in globals.
@Suite(.serialized) struct CursesRendererTests {
    private func renderer(
        _ type: String = "xterm-256color", allowsColor: Bool = true, charset: TextLocale = .unicode,
        columns: Int = 20, rows: Int = 2
    ) throws -> CursesRenderer {
        let fallback = TerminalCharset(charset).fallback
        let type = try #require(TerminalType(loading: type))
        let renderer = try CursesRenderer(type: type, allowsColor: allowsColor, charset: fallback)
        renderer.resize(to: Size(columns: columns, rows: rows))
        return renderer
    }

    private func frame(_ text: String, style: Style = .plain, columns: Int = 20) -> Frame {
        var frame = Frame(Size(columns: columns, rows: 1))
        frame.put(text, column: 0, row: 0, style: style)
        return frame
    }

    private func update(_ renderer: CursesRenderer, _ frame: Frame, columns: Int = 20) -> String {
        renderer.draw(frame.row(0), row: 0, column: 0, columns: columns)
        return renderer.update().map { String(decoding: $0, as: UTF8.self) } ?? "nothing"
    }

    @Test func theFirstFrameEntersTheScreen() throws {
        let renderer = try renderer()
        let first = update(renderer, frame("Ночь 映画"))
        #expect(first.contains("\u{1b}[?1049h"))
        #expect(first.contains("Ночь 映画"))
        #expect(!first.contains("\u{1b}]104"))
    }

    @Test func onlyWhatDiffersIsWritten() throws {
        let renderer = try renderer()
        _ = update(renderer, frame("Ночной дозор"))
        #expect(update(renderer, frame("Ночной дозор")) == "")
        let change = update(renderer, frame("Ночной позор"))
        #expect(change.contains("п"))
        #expect(change.utf8.count < 12)
    }

    @Test func leavingTellsHowTheTerminalComesBack() throws {
        let renderer = try renderer()
        let undo = String(decoding: renderer.undo, as: UTF8.self)
        #expect(undo.contains("\u{1b}[?1049l"))
        #expect(undo.contains("\u{1b}[?25h"))
        _ = update(renderer, frame("text"))
        let leaving = renderer.leave().map { String(decoding: $0, as: UTF8.self) }
        #expect(leaving?.contains("\u{1b}[?1049l") == true)
        #expect(update(renderer, frame("text")).contains("\u{1b}[?1049h"))
    }

    @Test func aHalfOfAWideCharacterMovesNothing() throws {
        let renderer = try renderer()
        var halves = frame("映映|")
        halves[1, 0] = Cell(glyph: Glyph("x"))
        halves[2, 0] = Cell(glyph: Glyph("y"))
        #expect(update(renderer, halves).contains("\u{1b}[H\u{1b}[2J xy |"))
    }

    @Test func aWideCharacterAtTheEdgeIsLeftOut() throws {
        let renderer = try renderer(columns: 1, rows: 1)
        let cut = update(renderer, frame("映"), columns: 1)
        #expect(!cut.contains("映"))
    }

    @Test func aShortRowIsPadded() throws {
        let renderer = try renderer()
        _ = update(renderer, frame("a long row of text"))
        let change = update(renderer, frame("a", columns: 1))
        #expect(change.contains("\u{1b}[K"))
    }

    @Test func coloursAreLeftOutWhereTheyAreForbidden() throws {
        let style = Style(foreground: .red, background: .blue, [.bold, .reverse])
        let colored = update(try renderer(), frame("text", style: style))
        #expect(colored.contains("\u{1b}[1;7;31;44mtext"))
        let plain = try renderer(allowsColor: false)
        #expect(!plain.hasColor)
        let text = update(plain, frame("text", style: style))
        #expect(!text.contains("[31") && !text.contains("[44"))
        #expect(text.contains("1;7m"))
    }

    @Test func asciiKeepsColumnsStraight() throws {
        let renderer = try renderer(charset: .ascii)
        #expect(update(renderer, frame("│映é→Ж│")).contains("|? e>Z|"))
    }

    @Test func aTerminalWithoutItalicsShowsNone() throws {
        let renderer = try renderer("vt100")
        #expect(!renderer.hasColor)
        let text = update(renderer, frame("text", style: Style(foreground: .red, [.italic, .dim])))
        #expect(text.contains("text"))
        #expect(!text.contains("\u{1b}[3m") && !text.contains("\u{1b}[2m"))
    }
}
