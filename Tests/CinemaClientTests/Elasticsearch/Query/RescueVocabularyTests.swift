import CinemaCore
import Testing

@testable import CinemaClient

@Suite("A word that an index does not have is looked for among near ones")
struct RescueVocabularyTests {
    private func vocabulary(_ texts: [String]) -> RescueVocabulary {
        var vocabulary = RescueVocabulary()
        vocabulary.add(texts)
        return vocabulary
    }

    private func text(_ words: String) -> SearchText { FilmQuery(words).text }

    private func shown(_ words: [[Int: FoldedWord]], _ typed: String) -> [String] {
        words.map { text(typed).replacingWords($0).shown }
    }

    @Test("a misspelt word is the nearest one, the known words stay")
    func spelling() {
        let vocabulary = vocabulary(["The Terminator", "Terminal Station", "Star"])
        let found = vocabulary.respellings(text("terminatr star"), foundNothing: false)
        #expect(shown(found, "terminatr star").first == "terminator star")
    }

    @Test("where all words are known and find nothing, one is changed")
    func known() {
        let vocabulary = vocabulary(["Star Trek", "Star Track"])
        #expect(vocabulary.respellings(text("star trek"), foundNothing: false).isEmpty)
        let found = vocabulary.respellings(text("star track"), foundNothing: true)
        #expect(shown(found, "star track") == [])
        let close = self.vocabulary(["Gone Girl", "Gore"])
        let other = close.respellings(text("gone girl"), foundNothing: true)
        #expect(shown(other, "gone girl") == ["gore girl"])
    }

    @Test("a word in the other alphabet is what the index has of its readings")
    func transliteration() {
        let vocabulary = vocabulary(["Al Pacino", "Arnold Schwarzenegger"])
        #expect(
            shown(vocabulary.transliterations(text("пачино")), "пачино") == ["pacino"])
        #expect(
            shown(vocabulary.transliterations(text("шварценеггер")), "шварценеггер")
                == ["schwarzenegger"])
        #expect(vocabulary.transliterations(text("зззз")).isEmpty)
    }

    @Test("the pattern of readings matches what the index may have, stems as well")
    func pattern() throws {
        let pattern = try #require(
            VocabularyQuestion.readings(of: "пачино", isPrefix: false, stems: false))
        #expect(pattern.hasPrefix("p"))
        #expect(pattern.contains("(ch|c|cz|tch|cs)"))
        #expect(VocabularyQuestion.readings(of: "1984", isPrefix: false, stems: false) == nil)
        let long = String(repeating: "щ", count: 40)
        let bound = VocabularyQuestion.readings(of: long, isPrefix: true, stems: true)
        #expect((bound?.unicodeScalars.count ?? 0) <= FoldedPattern.longest)
    }

    @Test("near spellings are looked for in stems, transpositions are one change")
    func fuzzy() async throws {
        let knowledge = try await QueryLayouts.knowledge(QueryLayouts.nested)
        let searches = VocabularyQuestion(layout: knowledge.layout)
            .searches(FoldedWord("terminatr"), isPrefix: true)
        let body = try #require(searches.first?.body.json)
        #expect(body.contains(#""value":"terminatr","fuzziness":2"#))
        #expect(body.contains(#""value":"termin","fuzziness":2"#))
        #expect(!body.contains(#""fuzziness":3"#))
        let short = VocabularyQuestion(layout: knowledge.layout)
            .searches(FoldedWord("star"), isPrefix: true)
        #expect(short.first?.body.json.contains(#""value":"star","fuzziness":1"#) == true)
        #expect(short.first?.body.json.contains(#""value":"sta""#) == false)
    }
}
