import CinemaCore

/// The rules of matching, written as plainly as they are told, to compare a
/// catalogue with.
struct ReferenceWords: Sendable {
    let words: [FoldedWord]

    init(_ text: String) { words = TextFolding.words(in: text) }

    init(words: [FoldedWord]) { self.words = words }

    var split: [String] { words.flatMap { $0.parts } }
    var joined: [String] { words.map { $0.joined } }

    /// A word is there joined, or, if it has parts, as its parts in sequence.
    func has(_ word: FoldedWord, isPrefix: Bool) -> Bool {
        if sequence([word.joined], isPrefix: isPrefix) { return true }
        return word.parts.count > 1 && sequence(word.parts, isPrefix: isPrefix)
    }

    func has(_ term: SearchText.Term, isPrefix: Bool) -> Bool {
        switch term {
        case .word(let word): return has(word, isPrefix: isPrefix)
        case .phrase(let words):
            let phrase = ReferenceWords(words: words)
            return sequence(phrase.split, isPrefix: false)
                || sequence(phrase.joined, isPrefix: false)
        }
    }

    /// Whether the text is one that begins with the wanted one.
    func begins(with wanted: ReferenceWords, isPrefix: Bool) -> Bool {
        for mine in [split, joined] {
            for other in [wanted.split, wanted.joined] where other.count <= mine.count {
                guard let last = other.last else { continue }
                let place = other.count - 1
                guard Array(mine[..<place]) == Array(other[..<place]) else { continue }
                if isPrefix ? mine[place].hasPrefix(last) : mine[place] == last { return true }
            }
        }
        return false
    }

    func equals(_ wanted: ReferenceWords) -> Bool {
        let mine = [split, joined]
        return mine.contains(wanted.split) || mine.contains(wanted.joined)
    }

    var withoutArticle: ReferenceWords {
        guard words.count > 1, let first = words.first,
            ["the", "a", "an"].contains(first.joined)
        else { return self }
        return ReferenceWords(words: Array(words.dropFirst()))
    }

    private func sequence(_ wanted: [String], isPrefix: Bool) -> Bool {
        guard let last = wanted.last else { return false }
        for mine in [split, joined] where mine.count >= wanted.count {
            for start in 0...(mine.count - wanted.count) {
                let window = Array(mine[start..<(start + wanted.count)])
                guard Array(window.dropLast()) == Array(wanted.dropLast()) else { continue }
                if isPrefix
                    ? window[wanted.count - 1].hasPrefix(last)
                    : window[wanted.count - 1] == last
                {
                    return true
                }
            }
        }
        return false
    }
}
