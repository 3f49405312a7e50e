import CinemaCore
import Testing

struct TransliterationTests {
    private static let vocabulary = [
        "pacino", "schwarzenegger", "tarantino", "scorsese", "spielberg", "nolan", "hitchcock",
        "chaplin", "jolie", "dicaprio", "hanks", "godfather", "shining", "star", "wars",
        "пачино", "тарковскии", "рязанов", "михалков", "данелия",
    ]

    private func readings(_ word: String, budget: Int = 600) -> [String] {
        Transliteration.readings(
            of: word, budget: budget,
            hasPrefix: { text in Self.vocabulary.contains { $0.hasPrefix(text) } },
            isWord: { Self.vocabulary.contains($0) })
    }

    @Test(arguments: [
        ("пачино", "pacino"), ("шварценеггер", "schwarzenegger"), ("тарантино", "tarantino"),
        ("скорсезе", "scorsese"), ("спилберг", "spielberg"), ("нолан", "nolan"),
        ("чаплин", "chaplin"), ("джоли", "jolie"), ("дикаприо", "dicaprio"), ("хэнкс", "hanks"),
        ("стар", "star"),
    ])
    func namesInCyrillicAreReadInLatin(_ typed: String, _ meant: String) {
        #expect(readings(typed).first == meant)
    }

    @Test(arguments: [
        ("pachino", "пачино"), ("tarkovskiy", "тарковскии"), ("ryazanov", "рязанов"),
        ("mikhalkov", "михалков"), ("daneliya", "данелия"),
    ])
    func namesInLatinAreReadInCyrillic(_ typed: String, _ meant: String) {
        #expect(readings(typed).first == meant)
    }

    @Test func onlyWordsOfTheVocabularyAreRead() {
        #expect(readings("абракадабра").isEmpty)
        #expect(readings("pacino") == ["пачино"])
    }

    @Test func otherScriptsAndLengthsHaveNoReadings() {
        #expect(readings("").isEmpty)
        #expect(readings("п").isEmpty)
        #expect(readings("2001").isEmpty)
        #expect(readings("七人の侍").isEmpty)
        #expect(readings(String(repeating: "п", count: 41)).isEmpty)
    }

    @Test func noMoreThanTheBudgetIsAskedFor() {
        var asked = 0
        let found = Transliteration.readings(
            of: String(repeating: "аеио", count: 10), budget: 100,
            hasPrefix: { _ in
                asked += 1
                return true
            }, isWord: { _ in false })
        #expect(found.isEmpty)
        #expect(asked <= 100)
    }

    @Test func noMoreThanTheLimitIsFound() {
        let found = Transliteration.readings(
            of: "мама", limit: 2, hasPrefix: { _ in true }, isWord: { _ in true })
        #expect(found.count == 2)
        #expect(found.first == "mama")
    }
}
