import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct FrameTests {
    private func frame(_ columns: Int, _ rows: Int = 1) -> Frame {
        Frame(Size(columns: columns, rows: rows))
    }

    @Test func textIsPutWhereItIsWanted() {
        var frame = frame(10, 2)
        #expect(frame.put("Heat", column: 2, row: 1) == 4)
        #expect(frame.text == "\n  Heat")
        #expect(frame.put("7", endColumn: 10, row: 0) == 9)
        #expect(frame.text == "         7\n  Heat")
    }

    @Test(arguments: [
        (8, "Star Wa…"), (9, "Star Wars"), (10, "Star Wars"), (1, "…"), (0, ""),
    ])
    func whatIsTooWideEndsInAnEllipsis(_ width: Int, _ shown: String) {
        var frame = frame(20)
        let used = frame.put("Star Wars", column: 0, row: 0, width: width)
        #expect(frame.text == shown)
        #expect(used == shown.count)
    }

    @Test(arguments: [
        (8, "七人の侍"), (7, "七人の…"), (6, "七人…"), (5, "七人…"), (4, "七…"), (3, "七…"), (2, "…"), (1, "…"),
    ])
    func aWideCharacterIsNeverHalved(_ columns: Int, _ shown: String) {
        var frame = frame(columns)
        frame.put("七人の侍", column: 0, row: 0)
        #expect(frame.text == shown)
        #expect(frame.faults == [])
    }

    @Test func aTitleOfEightyCellsIsCutInFortyColumns() {
        var frame = frame(40)
        #expect(frame.put(String(repeating: "七", count: 40), column: 0, row: 0) <= 40)
        #expect(frame.text == String(repeating: "七", count: 19) + "…")
        #expect(frame.faults == [])
    }

    @Test func marksStayOnTheirLetters() {
        var frame = frame(4)
        frame.put("Le\u{301}on the", column: 0, row: 0)
        #expect(frame.text == "Le\u{301}o…")
    }

    @Test func nothingIsDrawnOutside() {
        var frame = frame(4, 2)
        frame.put("abc", column: 9, row: 0)
        frame.put("abc", column: 0, row: 2)
        frame.put("abc", column: 0, row: -1)
        frame.put("abcdef", endColumn: 3, row: 1)
        frame[4, 0] = Cell(glyph: Glyph(base: 0x41))
        frame.fill(
            Rect(column: 3, row: 1, columns: 100, rows: 100), with: Cell(glyph: Glyph(base: 0x2e)))
        frame.restyle(Rect(column: -5, row: -5, columns: 3, rows: 3)) { $0.with(.bold) }
        #expect(frame.faults == [])
        #expect(frame.text.split(separator: "\n").count == 1)
        #expect(frame.row(7).isEmpty && frame[100, 100] == .blank)
        #expect(Frame(Size(columns: -1, rows: 5)).cells.isEmpty)
    }

    @Test func drawingOverHalfOfAWideCharacterRemovesTheOtherHalf() {
        var frame = frame(6)
        frame.put("七人侍", column: 0, row: 0)
        frame.put("│", column: 1, row: 0)
        #expect(frame.text == " │人侍")
        frame.put("x", column: 2, row: 0)
        #expect(frame.text == " │x 侍")
        frame.put("の", column: 3, row: 0)
        #expect(frame.text == " │xの")
        frame.fill(
            Rect(column: 4, row: 0, columns: 1, rows: 1), with: Cell(glyph: Glyph(base: 0x2e)))
        #expect(frame.text == " │x .")
        #expect(frame.faults == [])
    }

    @Test func anyTextFitsInAnyPlace() {
        var random = SeededGenerator(seed: 2)
        var faults: [String] = []
        for _ in 0..<2_000 {
            var frame = frame(Int.random(in: 1...24, using: &random))
            for _ in 0..<3 {
                let text = RandomText.make(length: 12, using: &random)
                let width = Int.random(in: 0...20, using: &random)
                let used = frame.put(
                    text, column: Int.random(in: 0...10, using: &random), row: 0, width: width)
                if used > max(0, width) { faults.append("\(used) of \(width) for \(text)") }
            }
            faults += frame.faults
        }
        #expect(faults == [])
    }

    @Test func onlyRowsThatDifferAreDrawnAnew() {
        let old = frame(5, 3)
        var new = old
        new.put("x", column: 0, row: 1)
        #expect(FrameDifference(from: old, to: new).runs.map(\.row) == [1])
        #expect(FrameDifference(from: new, to: new).runs.map(\.row) == [])
        #expect(FrameDifference(from: nil, to: new).runs.map(\.row) == [0, 1, 2])
        #expect(FrameDifference(from: frame(4, 3), to: new).runs.map(\.row) == [0, 1, 2])
    }
}
