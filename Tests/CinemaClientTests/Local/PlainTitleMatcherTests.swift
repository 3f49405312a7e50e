import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Words in plain titles")
struct PlainTitleMatcherTests {
    private func isIn(_ title: String, _ words: String, isPrefix: Bool = false) -> Bool? {
        var matcher = PlainTitleMatcher(FoldedTitle(words), isPrefix: isPrefix)
        var title = title
        return title.withUTF8 { matcher.isIn($0) }
    }

    @Test("words in sequence, whole or begun")
    func sequence() {
        #expect(isIn("The Lord of the Rings", "of the") == true)
        #expect(isIn("The Lord of the Rings", "of th") == false)
        #expect(isIn("The Lord of the Rings", "of th", isPrefix: true) == true)
        #expect(isIn("Often the", "of the") == false)
        #expect(isIn("Мой Ёжик", "мои еж", isPrefix: true) == true)
        #expect(isIn("Mission: Impossible", "mission impossible") == true)
        #expect(isIn("", "a") == false)
    }

    @Test(
        "any other title is left to folding",
        arguments: ["Spider-Man", "Don't", "Amélie", "8½", "J.F.K", "1,000", "Ґ", "A\u{301}", "$"])
    func other(title: String) {
        #expect(isIn(title, "a b") == nil)
    }

    @Test("as folding sees it", arguments: 0..<4)
    func agrees(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces =
            ["a", "B", "ab", "й", "И", "ё", "Е", "яЮ", "ъ", "1", " ", " ", " ", "  ", ": ", ", "]
            + ["! ", "?", "-", "'", ".", ",", "é", String(repeating: "z", count: 63)]
        func text(_ count: ClosedRange<Int>) -> String {
            (0..<random.number(count)).map { _ in random.element(pieces) }.joined()
        }
        var plain = 0
        for _ in 0..<4_000 {
            let title = text(0...9)
            let wanted = FoldedTitle(text(1...3))
            let isPrefix = random.oneIn(2)
            var matcher = PlainTitleMatcher(wanted, isPrefix: isPrefix)
            var copy = title
            guard let found = copy.withUTF8({ matcher.isIn($0) }) else { continue }
            plain += 1
            let expected = FoldedTitle(title).contains(sequence: wanted, isPrefix: isPrefix)
            #expect(found == expected, "\(title) | \(wanted.parts) \(isPrefix)")
        }
        #expect(plain > 500)
    }

    @Test("every letter of the Russian alphabet folds as it does elsewhere")
    func letters() {
        for scalar in "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя" {
            #expect(isIn("x\(scalar)", "x\(scalar)") == true)
        }
    }
}
