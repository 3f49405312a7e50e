internal import CinemaCore

/// A title or a name as it is matched: folded words, split and joined.
struct FoldedTitle {
    let words: [FoldedWord]

    init(_ text: String) { words = TextFolding.words(in: text) }

    init(words: [FoldedWord]) { self.words = words }

    /// Every part of every word: `spider`, `man`.
    var parts: [String] { words.count == 1 ? words[0].parts : words.flatMap { $0.parts } }

    /// Every word with its parts joined: `spiderman`.
    var joined: [String] { words.map { $0.joined } }

    /// The words that stand for the title in the index, each once.
    var tokens: [String] {
        var tokens: [String] = []
        for word in words {
            for part in word.parts where !tokens.contains(part) { tokens.append(part) }
            if !word.isSimple, !tokens.contains(word.joined) { tokens.append(word.joined) }
        }
        return tokens
    }

    var withoutArticle: FoldedTitle {
        FoldedTitle(words: Array(TextFolding.withoutLeadingArticle(words)))
    }

    /// The texts that a query may be a beginning of: split, and joined where
    /// that is another one.
    var startTexts: [String] { Self.texts(withoutArticle) }

    /// The same with the article, as names are.
    var texts: [String] { Self.texts(self) }

    private static func texts(_ title: FoldedTitle) -> [String] {
        title.sequences.map { $0.joined(separator: " ") }
    }

    /// The words one behind the other, split, and joined where that is another
    /// sequence.
    var sequences: [[String]] {
        guard !words.isEmpty else { return [] }
        return words.contains { !$0.isSimple } ? [parts, joined] : [parts]
    }
}
