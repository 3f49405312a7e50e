import CinemaCore
import Testing

struct QueryWordsTests {
    private func words(_ query: FilmQuery) -> [String] {
        query.text.terms.flatMap(\.words).map(\.joined)
    }

    @Test func wordsAreFoldedAndTheLastOneIsStillGrowing() {
        let query = FilmQuery("Star WARS")
        #expect(words(query) == ["star", "wars"])
        #expect(query.text.endsInPrefix)
        #expect(query.typed == "Star WARS")
        #expect(!query.isWhole)
    }

    @Test(arguments: ["\"star wars\"", "“star wars”", "«star wars»"])
    func quotesMakeAPhrase(_ text: String) {
        let query = FilmQuery(text)
        #expect(query.text.terms == [.phrase([FoldedWord("star"), FoldedWord("wars")])])
        #expect(!query.text.endsInPrefix)
    }

    @Test func aQuoteWithoutAnEndGoesToTheEnd() {
        let query = FilmQuery("\"star wars")
        #expect(query.text.terms == [.phrase([FoldedWord("star"), FoldedWord("wars")])])
        #expect(QuerySyntax.tokens(of: "\"star wars").first?.isEnded == false)
        #expect(QuerySyntax.tokens(of: "\"star wars\"").first?.isEnded == true)
        #expect(FilmQuery("\"").text.literal == "\"")
    }

    @Test func aMinusLeavesOut() {
        let query = FilmQuery("star -wars -\"a new hope\" -spider-man")
        #expect(words(query) == ["star"])
        #expect(
            query.text.exclusions == [
                .word(FoldedWord("wars")),
                .phrase([FoldedWord("a"), FoldedWord("new"), FoldedWord("hope")]),
                .word(FoldedWord(parts: ["spider", "man"])),
            ])
        #expect(words(FilmQuery("spider-man")) == ["spiderman"])
    }

    @Test(arguments: ["-", "--", "- -", "…", "$", "!?", "★ ★"])
    func aTextWithoutLettersIsMeantLiterally(_ text: String) {
        let query = FilmQuery(text)
        #expect(query.text.terms.isEmpty && query.text.exclusions.isEmpty)
        #expect(query.text.literal == text)
        #expect(!query.isWhole)
    }

    @Test func twoMinusesAreOne() {
        #expect(FilmQuery("--wars").text.exclusions == [.word(FoldedWord("wars"))])
    }

    @Test(arguments: ["", " ", "\n\t ", "\u{a0}"])
    func nothingIsTheWholeCatalogue(_ text: String) {
        #expect(FilmQuery(text).isWhole)
        #expect(FilmQuery(text).typed == "")
        #expect(QuerySyntax.parse(text).problems.isEmpty)
    }

    @Test(arguments: [
        ("Mission: Impossible", ["mission", "impossible"]),
        ("genre: war", ["genre", "war"]),
        ("Alien:Resurrection", ["alien", "resurrection"]),
        ("2001: a space odyssey", ["2001", "a", "space", "odyssey"]),
        ("year :1994", ["year", "1994"]),
        ("AT&T", ["at", "and", "t"]),
        ("S.W.A.T.", ["swat"]),
        ("a:b:c", ["a", "b", "c"]),
    ])
    func otherColonsArePunctuation(_ text: String, _ expected: [String]) {
        let parsed = QuerySyntax.parse(text)
        #expect(words(parsed.query) == expected)
        #expect(parsed.query.filters.isEmpty && parsed.problems.isEmpty)
    }

    @Test func aQueryOfTenThousandWordsIsBounded() {
        let text = (0..<10_000).map { "word\($0) -not\($0) genre:g\($0)" }.joined(separator: " ")
        let query = FilmQuery(text)
        #expect(query.text.terms.count <= QuerySyntax.mostTerms)
        #expect(query.text.exclusions.count <= QuerySyntax.mostTerms)
        #expect(query.typed.count <= QuerySyntax.longestText)
        #expect(FilmQuery(String(repeating: "a", count: 1_000_000)).typed.count == 2_000)
    }

    @Test func everyTokenKnowsItsPlace() {
        let text = "  Léon genre:\"sci fi\",war -x  "
        let characters = Array(text)
        let places = QuerySyntax.tokens(of: text).map { String(characters[$0.range]) }
        #expect(places == ["Léon", "genre:\"sci fi\",war", "-x"])
        #expect(QuerySyntax.tokens(of: text).map(\.isEnded) == [true, true, true])
        #expect(QuerySyntax.freeText(text) == "Léon -x")
    }
}
