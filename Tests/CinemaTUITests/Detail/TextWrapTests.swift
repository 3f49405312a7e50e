import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct TextWrapTests {
    @Test func linesBreakBetweenWords() {
        #expect(TextWrap.lines("a film about a war", width: 8) == ["a film", "about a", "war"])
        #expect(TextWrap.lines("one\ntwo\t three", width: 20) == ["one two three"])
        #expect(TextWrap.lines("", width: 10) == [] && TextWrap.lines("  ", width: 10) == [])
        #expect(TextWrap.lines("war", width: 0) == [])
    }

    @Test func aWordThatIsTooWideIsBroken() {
        #expect(TextWrap.lines("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
        #expect(TextWrap.lines("七人の侍", width: 5) == ["七人", "の侍"])
        #expect(TextWrap.lines("七", width: 1) == [])
    }

    @Test func whatIsCutFits() {
        #expect(TextWrap.cut("Star Wars", width: 9) == "Star Wars")
        #expect(TextWrap.cut("Star Wars", width: 6) == "Star …")
        #expect(TextWrap.cut("七人の侍", width: 6) == "七人…")
    }

    @Test func anyTextFitsInItsLines() {
        var random = SeededGenerator(seed: 5)
        var faults: [String] = []
        for _ in 0..<1_000 {
            let text = RandomText.make(length: 30, using: &random)
            let width = Int.random(in: 2...20, using: &random)
            for line in TextWrap.lines(text, width: width)
            where DisplayWidth.columns(of: line) > width {
                faults.append("\(width): \(line)")
            }
            let cut = TextWrap.cut(text, width: width)
            if DisplayWidth.columns(of: cut) > width { faults.append("\(width): \(cut)") }
        }
        #expect(faults == [])
    }
}
