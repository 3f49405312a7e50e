import CinemaTestSupport
import Testing

@testable import CinemaTUI

struct SafeTextTests {
    @Test(arguments: [
        ("\u{1b}[2J", "␛[2J"),
        ("a\u{7}b\0c", "a␇b␀c"),
        ("line\nbreak\ttab", "line␊break␉tab"),
        ("line\r\nbreak\r\r\n\n", "line␍break␍␍␊"),
        ("\u{7f}", "␡"),
        ("é\u{1b}é", "é␛é"),
    ])
    func controlsBecomeVisible(_ text: String, _ shown: String) {
        #expect(SafeText.visible(text) == shown)
        #expect(DisplayWidth.columns(of: text) == shown.count)
        #expect(text.reduce(0) { $0 + (SafeText.glyph(of: $1)?.1 ?? 0) } == shown.count)
    }

    @Test func theSecondSetOfControlsIsMarkedInBothForms() {
        // As a code point, and as the stray byte that decoding replaces.
        #expect(SafeText.visible("a\u{9b}2J") == "a\u{fffd}2J")
        #expect(SafeText.visible("\u{80}\u{85}\u{90}\u{9f}") == "\u{fffd}\u{fffd}\u{fffd}\u{fffd}")
        #expect(
            SafeText.visible(String(decoding: [0x61, 0x9b, 0x32], as: UTF8.self)) == "a\u{fffd}2")
    }

    @Test func textCannotTurnItsDirectionRound() {
        for scalar in ["\u{202a}", "\u{202b}", "\u{202d}", "\u{202e}", "\u{2066}", "\u{2069}"] {
            #expect(SafeText.visible("evil\(scalar)txt.exe") == "evil\u{fffd}txt.exe")
        }
        #expect(SafeText.visible("a\u{2028}b\u{2029}c") == "a\u{fffd}b\u{fffd}c")
        #expect(SafeText.visible("שלום") == "שלום")
    }

    @Test func whatCannotBeSeenIsDropped() {
        #expect(SafeText.visible("st\u{ad}ar\u{200b}s\u{feff}\u{200f}") == "stars")
        #expect(SafeText.visible("\u{e0041}a\u{e007f}") == "a")
        #expect(DisplayWidth.columns(of: "\u{200b}\u{200d}\u{feff}") == 0)
    }

    @Test(arguments: [
        ("👨‍👩‍👧‍👦", "👨", 2), ("🏴‍☠️", "🏴", 2), ("👍🏽", "👍", 2), ("❤️", "❤", 1), ("☃️", "☃", 1),
        ("e\u{301}", "e\u{301}", 1), ("七", "七", 2), ("한", "한", 2), ("\u{a0}", " ", 1),
    ])
    func aClusterIsItsFirstBase(_ cluster: String, _ shown: String, _ columns: Int) throws {
        let (glyph, width) = try #require(SafeText.glyph(of: Character(cluster)))
        #expect(glyph.text == shown)
        #expect(width == columns)
        #expect(DisplayWidth.columns(of: cluster + "x") == columns + 1)
    }

    @Test func aFlagIsOneLetterOfIt() throws {
        let (glyph, width) = try #require(SafeText.glyph(of: "🇫🇷"))
        #expect(glyph.text == "🇫")
        #expect(width == DisplayWidth.columns(of: "🇫"))
    }

    @Test func noMoreThanFourMarksStandOnALetter() throws {
        let storm = Character("e" + String(repeating: "\u{301}", count: 5_000))
        let (glyph, width) = try #require(SafeText.glyph(of: storm))
        #expect(glyph.text.unicodeScalars.count == 5)
        #expect(width == 1)
        let (lone, loneWidth) = try #require(SafeText.glyph(of: "\u{301}"))
        #expect(lone.text == " \u{301}" && loneWidth == 1)
    }

    @Test func plainTextIsGivenBackAsItIs() {
        let text = "Léon: The Professional (1994) – ★ 7.6"
        #expect(SafeText.visible(text) == text)
        #expect(SafeText.visible("") == "")
    }

    @Test func nothingThatActsComesOutOfRandomText() {
        var random = SeededGenerator(seed: 1)
        var harmful: [String] = []
        var uneven: [String] = []
        for _ in 0..<2_000 {
            let text = RandomText.make(
                length: Int.random(in: 0...20, using: &random), using: &random)
            var columns = 0
            SafeText.forEachGlyph(in: text) { glyph, width in
                if !glyph.isHarmless { harmful.append(text) }
                if width != 1 && width != 2 { uneven.append(text) }
                columns += width
                return true
            }
            // Characters one by one take the same room as the text as a whole.
            let single = text.reduce(0) { $0 + (SafeText.glyph(of: $1)?.1 ?? 0) }
            if columns != single || columns != DisplayWidth.columns(of: text) {
                uneven.append(text)
            }
            // A terminal that adds up code points comes to the same sum.
            let scalars = SafeText.visible(text).unicodeScalars
            if scalars.reduce(0, { $0 + (DisplayWidth.columns(of: $1) ?? 0) }) != columns {
                uneven.append(text)
            }
        }
        #expect(harmful == [])
        #expect(uneven == [])
    }
}
