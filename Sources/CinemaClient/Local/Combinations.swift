internal import CinemaCore

/// Choices of one word for each of several places.
enum Combinations {
    /// At most `limit` choices, the ones whose words stand first in their
    /// lists first.
    static func likeliest(
        _ choices: [(place: Int, words: [String])], limit: Int
    ) -> [[Int: FoldedWord]] {
        guard !choices.isEmpty, choices.allSatisfy({ !$0.words.isEmpty }) else { return [] }
        let longest = choices.reduce(0) { $0 + $1.words.count - 1 }
        var found: [[Int: FoldedWord]] = []
        for rank in 0...min(longest, limit) {
            add(choices[...], [:], rank: rank, limit: limit, to: &found)
        }
        return found
    }

    private static func add(
        _ choices: ArraySlice<(place: Int, words: [String])>, _ chosen: [Int: FoldedWord],
        rank: Int, limit: Int, to found: inout [[Int: FoldedWord]]
    ) {
        guard found.count < limit else { return }
        guard let choice = choices.first else {
            if rank == 0 { found.append(chosen) }
            return
        }
        for (index, word) in choice.words.enumerated().prefix(rank + 1) {
            var next = chosen
            next[choice.place] = FoldedWord(word)
            add(choices.dropFirst(), next, rank: rank - index, limit: limit, to: &found)
        }
    }
}

extension SearchText {
    /// The words outside of phrases, by their place among the terms.
    var looseWords: [(place: Int, word: FoldedWord)] {
        terms.enumerated().compactMap { place, term in
            if case .word(let word) = term { (place, word) } else { nil }
        }
    }

    /// The text with other words at some places.
    func replacingWords(_ words: [Int: FoldedWord]) -> SearchText {
        var text = self
        for (place, word) in words where text.terms.indices.contains(place) {
            text.terms[place] = .word(word)
        }
        return text
    }

    /// The text as one would type it.
    var shown: String {
        let wanted = terms.map(\.shown)
        return (wanted + exclusions.map { "-" + $0.shown }).joined(separator: " ")
    }
}

extension SearchText.Term {
    fileprivate var shown: String {
        switch self {
        case .word(let word): word.parts.joined(separator: "-")
        case .phrase(let words): "\"" + words.map(\.joined).joined(separator: " ") + "\""
        }
    }
}
