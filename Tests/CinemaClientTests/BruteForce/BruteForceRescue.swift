import CinemaCore

/// Which rescue a single word gets, by a look at every word of the films.
struct BruteForceRescue {
    private struct Word {
        var text: String
        var length: Int
        /// How many films have it, in titles, among people and in genres.
        var films: Int
    }

    private let catalog: BruteForceCatalog
    private let vocabulary: [Word]
    private var lines = TextLines()

    init(_ catalog: BruteForceCatalog, _ films: [FilmWords]) {
        self.catalog = catalog
        var counts: [String: Int] = [:]
        for film in films {
            for words in [film.title, film.people] + film.genres {
                for word in words { counts[word, default: 0] += 1 }
            }
        }
        vocabulary = counts.map {
            Word(text: $0.key, length: $0.key.unicodeScalars.count, films: $0.value)
        }
        for word in vocabulary { lines.add([word.text]) }
    }

    /// The words of a film, each once.
    struct FilmWords {
        var title: Set<String>
        var people: Set<String>
        var genres: [Set<String>]
    }

    /// Any word, the same for the same number.
    func words() -> [String] { vocabulary.map(\.text).sorted { $0.isBefore($1) } }

    enum Expectation: Equatable {
        case none
        case rescued(Rescue.Kind, String)
        /// The stored near words do not promise two changes of short words.
        case notPromised
    }

    func expectation(_ query: FilmQuery, word: String) -> Expectation {
        guard BruteForceAnswer(catalog, query).count < Rescue.threshold else { return .none }
        if let other = KeyboardLayout.converted(query.typed), finds(other, beyond: query) {
            return .rescued(.keyboardLayout, other)
        }
        guard !hasPrefix(word) else { return .none }
        let readings = Transliteration.readings(
            of: word, hasPrefix: hasPrefix, isWord: hasPrefix)
        for reading in readings where finds(reading, beyond: query) {
            return .rescued(.transliteration, reading)
        }
        guard !word.allSatisfy(\.isNumber) else { return .none }
        let near = near(word)
        if near.first?.distance == 2, near.contains(where: { $0.word.length < 8 }) {
            return .notPromised
        }
        for candidate in near where finds(candidate.word.text, beyond: query) {
            return .rescued(.spelling, candidate.word.text)
        }
        return .none
    }

    private func hasPrefix(_ text: String) -> Bool {
        !lines.containing("\n \(text)").numbers.isEmpty
    }

    /// Whether a text finds anything that is not there as typed.
    private func finds(_ text: String, beyond query: FilmQuery) -> Bool {
        let other = QuerySyntax.searchText(text)
        guard !other.terms.isEmpty else { return false }
        let rescue = Rescue(kind: .keyboardLayout, typed: query.typed, shown: text)
        let both = BruteForceAnswer(catalog, query, rescue: rescue)
        return both.count > BruteForceAnswer(catalog, query).count
    }

    /// The nearest first, then the most frequent, then by the alphabet: one
    /// change from four letters, two from eight.
    private func near(_ word: String) -> [(word: Word, distance: Int)] {
        let length = word.unicodeScalars.count
        let most = length < 4 ? 0 : length < 8 ? 1 : 2
        var near: [(word: Word, distance: Int)] = []
        for other in vocabulary
        where other.length >= 4 && abs(other.length - length) <= most && other.text != word {
            if let distance = EditDistance.between(other.text, word, limit: most) {
                near.append((other, distance))
            }
        }
        return near.sorted { left, right in
            if left.distance != right.distance { return left.distance < right.distance }
            if left.word.films != right.word.films { return left.word.films > right.word.films }
            return left.word.text.isBefore(right.word.text)
        }
    }
}
