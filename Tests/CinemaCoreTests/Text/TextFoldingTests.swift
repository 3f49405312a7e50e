import CinemaCore
import Testing

struct TextFoldingTests {
    @Test(arguments: [
        ("STAR Wars", "star wars"),
        ("Amélie", "amelie"),
        ("Ame\u{301}lie", "amelie"),
        ("Ёлки", "елки"),
        ("Вий", "вии"),
        ("Ålesund Øst", "alesund ost"),
        ("Łódź", "lodz"),
        ("Đàn", "dan"),
        ("Æon Flux", "aeon flux"),
        ("Straße", "strasse"),
        ("ﬁlm", "film"),
        ("Cœur", "coeur"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("Ⅳ", "iv"),
        ("ＴＯＫＹＯ", "tokyo"),
    ])
    func caseAccentsAndLigaturesDoNotCount(_ written: String, _ folded: String) {
        #expect(TextFolding.normalized(written) == folded)
    }

    @Test(arguments: ["Ocean's Eleven", "Ocean’s Eleven", "Oceanʼs Eleven", "OCEANS ELEVEN"])
    func apostrophesJoin(_ title: String) {
        #expect(TextFolding.normalized(title) == "oceans eleven")
    }

    @Test func lettersThatAreApostrophesJoinToo() {
        #expect(TextFolding.normalized("Hawaiʻi") == "hawaii")
        #expect(TextFolding.normalized("Памʼять") == TextFolding.normalized("Пам'ять"))
    }

    @Test func aHyphenatedWordKnowsItsParts() {
        let words = TextFolding.words(in: "Spider-Man: No Way Home")
        #expect(words.map(\.joined) == ["spiderman", "no", "way", "home"])
        #expect(words.first?.parts == ["spider", "man"])
        #expect(words.last?.isSimple == true)
    }

    @Test func dotsAndCommasInsideAWordJoin() {
        #expect(TextFolding.normalized("S.W.A.T.") == "swat")
        #expect(TextFolding.normalized("10,000 BC") == "10000 bc")
        #expect(TextFolding.normalized("Crazy, Stupid, Love.") == "crazy stupid love")
        #expect(TextFolding.normalized("WALL·E") == "walle")
    }

    @Test func anAmpersandIsTheWordAnd() {
        #expect(TextFolding.normalized("Lilo & Stitch") == "lilo and stitch")
        #expect(TextFolding.normalized("AT&T") == "at and t")
        #expect(TextFolding.normalized("Lilo and Stitch") == "lilo and stitch")
    }

    @Test func aFractionStandsApartFromItsNumber() {
        #expect(TextFolding.normalized("8½") == "8 1 2")
        #expect(TextFolding.normalized("½ Man") == "1 2 man")
    }

    @Test func otherScriptsAreWords() {
        #expect(TextFolding.normalized("七人の侍") == "七人の侍")
        #expect(TextFolding.normalized("שלום, עולם") == "שלום עולם")
        #expect(TextFolding.normalized("ГЕНИЙ 2") == "гении 2")
    }

    @Test func punctuationAloneIsNoWord() {
        #expect(TextFolding.words(in: "$ … !? — ★").isEmpty)
        #expect(TextFolding.words(in: "").isEmpty)
        #expect(TextFolding.words(in: "- ' . -").isEmpty)
    }

    @Test func whatCannotBeMeantAsTextIsHarmless() {
        let storm = "a" + String(repeating: "\u{301}", count: 5_000) + "b"
        #expect(TextFolding.normalized(storm) == "ab")
        #expect(TextFolding.normalized("star\0wars") == "star wars")
        let broken = String(
            decoding: [0x73, 0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x74], as: UTF8.self)
        #expect(TextFolding.normalized(broken) == "s t")
        #expect(TextFolding.normalized("\u{202e}star\u{200b}s\u{feff}") == "stars")
    }

    @Test func aTitleHasNoLeadingArticleAndNoGaps() {
        func key(_ title: String) -> String { TextFolding.titleKey(TextFolding.words(in: title)) }
        #expect(key("The Godfather") == "godfather")
        #expect(key("A Star Is Born") == "starisborn")
        #expect(key("An Education") == key("education"))
        #expect(key("Spider-Man") == key("SpiderMan"))
        #expect(key("The") == "the")
        #expect(key("The The") == "the")
        #expect(key("Anna") == "anna")
    }

    @Test func longTextsAndLongWordsAreBounded() {
        #expect(TextFolding.words(in: String(repeating: "a ", count: 5_000)).count == 1_024)
        #expect(TextFolding.words(in: "a b c d", limit: 2).map(\.joined) == ["a", "b"])
        let long = TextFolding.words(in: String(repeating: "x", count: 10_000))
        #expect(long.map(\.joined.count) == [64])
    }
}
