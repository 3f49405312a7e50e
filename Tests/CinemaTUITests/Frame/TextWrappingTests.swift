import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct TextWrappingTests {
    @Test func linesBreakBetweenWords() {
        #expect(
            TextWrapping.lines(of: "a film about a war", width: 8) == ["a film", "about a", "war"])
        #expect(TextWrapping.lines(of: "one\ntwo\t three", width: 20) == ["one two three"])
        #expect(TextWrapping.lines(of: "", width: 10) == [""])
        #expect(TextWrapping.lines(of: "  ", width: 10) == [""])
    }

    @Test func aWordThatIsTooWideIsBroken() {
        #expect(TextWrapping.lines(of: "abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
        #expect(TextWrapping.lines(of: "七人の侍", width: 5) == ["七人", "の侍"])
        #expect(TextWrapping.lines(of: "七", width: 0) == ["七"])
    }

    @Test func whatIsCutFits() {
        #expect(TextWrapping.cut("Star Wars", width: 9) == "Star Wars")
        #expect(TextWrapping.cut("Star Wars", width: 6) == "Star …")
        #expect(TextWrapping.cut("七人の侍", width: 6) == "七人…")
    }

    @Test func anyTextFitsInItsLines() {
        var random = SeededGenerator(seed: 5)
        var faults: [String] = []
        for _ in 0..<1_000 {
            let text = RandomText.make(length: 30, using: &random)
            let width = Int.random(in: 2...20, using: &random)
            for line in TextWrapping.lines(of: text, width: width)
            where DisplayWidth.columns(of: line) > width {
                faults.append("\(width): \(line)")
            }
            let cut = TextWrapping.cut(text, width: width)
            if DisplayWidth.columns(of: cut) > width { faults.append("\(width): \(cut)") }
        }
        #expect(faults == [])
    }
}
