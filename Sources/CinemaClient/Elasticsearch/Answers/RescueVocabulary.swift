internal import CinemaCore

/// Words of titles and names that may be meant by what was typed.
struct RescueVocabulary {
    private var counts: [String: Int] = [:]

    /// Reads the words of all texts of some documents.
    mutating func add(_ hits: [IndexHit]) {
        for hit in hits {
            var texts: [String] = []
            if let film = hit.film { texts = [film.title] + film.credits.map(\.person.name) }
            if let entity = hit.entity { texts.append(entity.name) }
            add(texts)
        }
    }

    mutating func add(_ texts: [String]) {
        for word in Set(texts.flatMap { FoldedTitle($0).tokens }) { counts[word, default: 0] += 1 }
    }

    func has(_ word: String, isPrefix: Bool) -> Bool {
        if counts[word] != nil { return true }
        return isPrefix && counts.keys.contains { $0.hasFoldedPrefix(word) }
    }

    func near(_ word: String) -> [NearWord] {
        let tolerance = EditDistance.tolerance(for: word)
        guard tolerance > 0 else { return [] }
        return counts.compactMap { text, count in
            guard text != word,
                let distance = EditDistance.between(text, word, limit: tolerance)
            else { return nil }
            return NearWord(text: text, distance: distance, frequency: count)
        }.sorted(by: NearWord.isBetter)
    }

    // MARK: Texts

    /// The text with its words as the vocabulary may have them in the other
    /// alphabet, likeliest first.
    func transliterations(_ text: SearchText) -> [[Int: FoldedWord]] {
        var choices: [(place: Int, words: [String])] = []
        for (place, word) in text.looseWords {
            let isPrefix = text.endsInPrefix && place == text.terms.count - 1
            if has(word.joined, isPrefix: isPrefix) { continue }
            let readings = Transliteration.readings(
                of: word.joined, hasPrefix: { has($0, isPrefix: true) },
                isWord: { has($0, isPrefix: isPrefix) })
            guard !readings.isEmpty else { return [] }
            choices.append((place, readings))
        }
        return Combinations.likeliest(choices, limit: 4)
    }

    /// The text with the nearest words in the place of those that are not
    /// known; where all are and find nothing together, with one of them changed.
    func respellings(_ text: SearchText, foundNothing: Bool) -> [[Int: FoldedWord]] {
        Respelling.choices(
            text, foundNothing: foundNothing, limits: Respelling.Limits(unknown: 6, known: 6),
            isKnown: { has($0, isPrefix: $1) }, near: near)
    }
}
