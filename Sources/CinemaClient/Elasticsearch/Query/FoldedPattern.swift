internal import CinemaCore

/// Regular expressions of Lucene that match text as folding would: without
/// case, accents, ligatures, punctuation.
///
/// An index has its values as they were written, so the folding that cannot
/// be done to them is done the other way round in the pattern. What a reader
/// typed is letters and digits after folding and cannot be an operator.
struct FoldedPattern {
    enum Joins {
        case anywhere
        /// Apostrophes, where names and genitives have them: `oneal`, `zeros`.
        case atEnds
        case nowhere
    }

    /// How much of a pattern a server takes (`index.max_regex_length`, 1000).
    static let longest = 950

    /// Values with capitals, as they were written; tokens of an analyzer have none.
    var hasCapitals = true
    /// Where marks may stand between the letters of a word: `spiderman` for
    /// Spider-Man.
    var joins = Joins.anywhere
    var hasAccents = true

    /// What stands between words.
    static let separator = "[ -/:-@\\[-`{-~\u{a0}«»‐-―‘-„…·№¿¡]"
    private static let joiner = "[ '’.\\-]?"
    /// What stands between the words of names. Of a name anywhere in a value
    /// the pattern takes a server a fifth of the time with these and with few
    /// joiners: 2 ms in place of 10, for each word and each role.
    private static let nameSeparator = "[ '\".,()\\-]"
    private static let article = "(([tT][hH][eE]|[aA][nN]?)\(separator)+)?"

    /// A whole value with these words and no others, a leading article apart.
    static func whole(_ words: [FoldedWord]) -> String? {
        guard let text = text(words) else { return nil }
        return "\(separator)*\(article)\(text)\(separator)*"
    }

    /// A value that begins with the words, a leading article apart.
    static func beginning(_ words: [FoldedWord], isPrefix: Bool) -> String? {
        guard let text = text(words) else { return nil }
        return "\(separator)*\(article)\(text)" + (isPrefix ? ".*" : "(\(separator).*)?")
    }

    /// A value with the words one behind the other.
    static func within(_ words: [FoldedWord], isPrefix: Bool, isName: Bool = false) -> String? {
        if isName, let text = text(words, [(.atEnds, true), (.nowhere, false)]) {
            return "(.*\(nameSeparator))?\(text)" + (isPrefix ? ".*" : "(\(nameSeparator).*)?")
        }
        guard let text = text(words) else { return nil }
        return "(.*\(separator))?\(text)" + (isPrefix ? ".*" : "(\(separator).*)?")
    }

    /// A token that is the word or begins with it.
    static func token(_ word: String, isPrefix: Bool) -> String? {
        for hasAccents in [true, false] {
            let pattern = FoldedPattern(
                hasCapitals: false, joins: hasAccents ? .atEnds : .nowhere, hasAccents: hasAccents)
            let text = pattern.word(word) + (isPrefix ? ".*" : "")
            if text.unicodeScalars.count <= longest { return text }
        }
        return nil
    }

    /// The words, as leniently as there is room for; nil where there is none.
    private static func text(
        _ words: [FoldedWord],
        _ ways: [(Joins, Bool)] = [(.anywhere, true), (.nowhere, true), (.nowhere, false)]
    ) -> String? {
        let words = TextFolding.withoutLeadingArticle(words)
        guard !words.isEmpty else { return nil }
        for (joins, hasAccents) in ways {
            let pattern = FoldedPattern(joins: joins, hasAccents: hasAccents)
            let parts = words.flatMap(\.parts).map(pattern.word)
            let text = parts.joined(separator: "\(separator)*")
            if text.unicodeScalars.count <= longest - 2 * article.count { return text }
        }
        return nil
    }

    private func word(_ word: String) -> String {
        if word == "and" { return hasCapitals ? "([aA][nN][dD]|&)" : "and" }
        var result = ""
        var letters = Array(word)[...]
        while let letter = letters.popFirst() {
            if !result.isEmpty {
                result += join(before: letter, at: word.count - letters.count - 1, of: word.count)
            }
            if hasAccents, let next = letters.first,
                let ligature = Self.ligatures["\(letter)\(next)"]
            {
                letters.removeFirst()
                result += "(\(self.letter(letter))\(self.letter(next))|[\(ligature)])"
            } else {
                result += self.letter(letter)
            }
        }
        return result
    }

    private func join(before letter: Character, at place: Int, of count: Int) -> String {
        switch joins {
        case .anywhere: Self.joiner
        case .atEnds:
            place <= 2 || letter == "s" && place == count - 1 ? "['’]?" : ""
        case .nowhere: ""
        }
    }

    private func letter(_ letter: Character) -> String {
        guard letter.isLetter else { return letter.isNumber ? String(letter) : "." }
        var choices = String(letter)
        if hasAccents { choices += Self.accents[letter] ?? "" }
        if hasCapitals {
            choices += choices.uppercased().filter { $0.unicodeScalars.count == 1 }
        }
        return choices.count == 1 ? choices : "[\(choices)]"
    }

    private static let ligatures = ["ae": "æÆ", "oe": "œŒ", "ss": "ß"]

    /// What folds to a letter.
    private static let accents: [Character: String] = [
        "a": "àáâãäåāăą", "c": "çćč", "d": "ďđð", "e": "èéêëēęě", "g": "ğ", "i": "ìíîïīı",
        "l": "ł", "n": "ñńň", "o": "òóôõöøōő", "r": "ř", "s": "śşšș", "t": "ťţț",
        "u": "ùúûüūůű", "y": "ýÿ", "z": "źżž", "е": "ё", "и": "й", "г": "ґ", "і": "ї",
    ]
}
