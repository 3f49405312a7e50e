internal import CinemaCore

/// The texts that somebody may have meant who misspelt some words.
enum Respelling {
    /// How many texts are worth trying.
    struct Limits {
        /// With near words in the place of all that are not known.
        var unknown: Int
        /// With one of the known words changed.
        var known: Int
    }

    /// The text with the nearest words in the place of those that are not
    /// known; where all are and find nothing together, with one of them changed.
    ///
    /// - Parameters:
    ///   - isKnown: Whether there is the word, or one that begins with it.
    ///   - near: The words that resemble one, best first.
    static func choices<Failure: Error>(
        _ text: SearchText, foundNothing: Bool, limits: Limits,
        isKnown: (_ word: String, _ isPrefix: Bool) throws(Failure) -> Bool,
        near: (String) throws(Failure) -> [NearWord]
    ) throws(Failure) -> [[Int: FoldedWord]] {
        var unknown: [(place: Int, words: [NearWord])] = []
        var known: [(place: Int, words: [NearWord])] = []
        for (place, word) in text.looseWords where !word.joined.allSatisfy(\.isNumber) {
            let isPrefix = text.endsInPrefix && place == text.terms.count - 1
            let isThere = try isKnown(word.joined, isPrefix)
            if isThere && !foundNothing { continue }
            let words = try near(word.joined)
            if isThere {
                known.append((place, words))
            } else {
                // One word that resembles nothing, and no film can have all.
                guard !words.isEmpty else { return [] }
                unknown.append((place, words))
            }
        }
        if !unknown.isEmpty {
            return Combinations.likeliest(
                unknown.map { ($0.place, $0.words.map(\.text)) }, limit: limits.unknown)
        }
        let single = known.flatMap { choice in choice.words.map { (choice.place, $0) } }
            .sorted { NearWord.isBetter($0.1, $1.1) }
        return single.prefix(limits.known).map { [$0.0: FoldedWord($0.1.text)] }
    }
}
