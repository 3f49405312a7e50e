import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// Words as they come out under the other keyboard layout, in the other
/// alphabet, or misspelt. A failure tells the number and the word.
@Suite("A word is rescued by what a look at every word finds")
struct BruteForceRescueTests {
    enum Mistake: String, CaseIterable {
        case layout, alphabet, spelling

        func made(in word: String, _ random: inout SeededGenerator) -> String {
            switch self {
            case .layout: KeyboardLayout.converted(word) ?? word
            case .alphabet: String(word.map { Self.cyrillic[$0] ?? $0 })
            case .spelling: misspelt(word, &random)
            }
        }

        private static let cyrillic: [Character: Character] = Dictionary(
            uniqueKeysWithValues: zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхижклмнопкрстуввкиз"))

        /// With one change or two: a letter less, another one, two swapped.
        private func misspelt(_ word: String, _ random: inout SeededGenerator) -> String {
            var letters = Array(word)
            for _ in 0..<random.number(1...2) where letters.count > 2 {
                let place = random.number(0...(letters.count - 2))
                switch random.number(1...4) {
                case 1: letters.remove(at: place)
                case 2: letters[place] = random.element(Array("aeinrst"))
                case 3: letters.swapAt(place, place + 1)
                default: letters.insert(random.element(Array("aeinrst")), at: place)
                }
            }
            return String(letters)
        }
    }

    @Test("the first way that finds anything", arguments: Mistake.allCases)
    func rescues(mistake: Mistake) async throws {
        let opened = try await BruteForceFixture.real.open()
        let rescue = BruteForceRescue(
            opened.reference, opened.words.films.map { BruteForceRescue.FilmWords($0) })
        let words = rescue.words()
        var rescued = 0
        for number in 0..<25 {
            var random = SeededGenerator(seed: UInt64(number))
            let typed = mistake.made(in: random.element(words), &random)
            let query = FilmQuery(typed)
            guard case .word(let word) = query.text.terms.first, query.text.terms.count == 1,
                word.isSimple
            else { continue }
            let expected = rescue.expectation(query, word: word.joined)
            let told = Comment(rawValue: "\(mistake.rawValue) \(number): \(typed)")
            let found = try await opened.catalog.search(query, count: 5).rescue
            switch expected {
            case .notPromised: continue
            case .none: #expect(found == nil, told)
            case .rescued(let kind, let shown):
                #expect(found?.kind == kind && found?.shown == shown, told)
                rescued += 1
            }
        }
        #expect(rescued >= 6)
    }
}

extension BruteForceRescue.FilmWords {
    init(_ film: FilmRecord) {
        title = Self.words(film.title)
        people = Set(film.credits.flatMap { Self.words($0.person.name) })
        genres = Set(film.genres).map { Self.words($0.name) }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(TextFolding.words(in: text).flatMap { $0.parts + [$0.joined] })
    }
}
