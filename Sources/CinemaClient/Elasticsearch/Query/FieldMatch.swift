internal import CinemaCore

/// How words are looked for in a field that holds text.
///
/// The analyzer of a field may have cut words to their stems and left the
/// common ones out, so a word is looked for in three ways: as the analyzer
/// reads it, as a token that begins so, and in the whole values, where those
/// are at hand. None of them is cut off by a number of expansions.
struct FieldMatch {
    let field: IndexField
    /// Whether whole values may be walked through for each word: it costs a
    /// millisecond for two or three thousand of them.
    var scansValues = true
    /// Whether it holds names, which have fewer signs between words than titles.
    var isName = false
    /// Whether other words say enough that a stop word at the end, which may be
    /// one that the analyzer leaves out, need not be found; nor a lost &.
    var losesLast = false

    /// The term within the field; a stop word that the analyzer leaves out
    /// matches everything if `vanishes`.
    func term(_ term: SearchText.Term, isPrefix: Bool, vanishes: Bool = false) -> SearchJSON {
        switch term {
        case .word(let word): self.word(word, isPrefix: isPrefix, vanishes: vanishes)
        case .phrase(let words): phrase(words)
        }
    }

    func word(_ word: FoldedWord, isPrefix: Bool, vanishes: Bool = false) -> SearchJSON {
        guard field.isAnalyzed else { return scan([word], isPrefix: isPrefix) }
        // It may have been written as &, of which an analyzer keeps nothing.
        if word.joined == "and", vanishes, losesLast, !isPrefix, !hasValues { return .everything }
        let isLost = !isPrefix || losesLast && !hasValues && StopWords.all.contains(word.joined)
        var clauses = [match(word.joined, vanishes: vanishes && isLost)]
        clauses += marked(word).map { match($0, vanishes: false) }
        if let token = FoldedPattern.token(word.joined, isPrefix: isPrefix) {
            clauses.append(.regexp(field.path, token))
        }
        if !word.isSimple { clauses.append(parts(word, isPrefix: isPrefix)) }
        if hasValues, needsScan(word, isPrefix: isPrefix) {
            clauses.append(scan([word], isPrefix: isPrefix))
        }
        return .any(clauses)
    }

    /// The words one behind the other.
    func phrase(_ words: [FoldedWord]) -> SearchJSON {
        if field.exact != nil, !field.isAnalyzed || scansValues {
            return scan(words, isPrefix: false)
        }
        guard field.isAnalyzed else { return .nothing }
        return matchPhrase(words, slop: 0)
    }

    /// All of the words, in whatever order, in one value of several.
    ///
    /// Words that the analyzer leaves out do not count, but a value of
    /// nothing else matches nothing.
    func allWords(_ words: [FoldedWord]) -> SearchJSON {
        guard words.count > 1, field.isAnalyzed else {
            return .all(words.map { word($0, isPrefix: false) })
        }
        // Values are a hundred places apart.
        guard field.nested != nil else { return matchPhrase(words, slop: 50) }
        let text = words.flatMap(\.parts).joined(separator: " ")
        return .any([
            match(text, vanishes: false), .all(words.map { word($0, isPrefix: false) }),
        ])
    }

    private func match(_ text: String, vanishes: Bool) -> SearchJSON {
        var options: SearchJSON = ["query": .string(text), "operator": "and"]
        if vanishes { options["zero_terms_query"] = "all" }
        return ["match": .field(field.path, options)]
    }

    private func matchPhrase(_ words: [FoldedWord], slop: Int) -> SearchJSON {
        let text = words.flatMap(\.parts).joined(separator: " ")
        return [
            "match_phrase": .field(field.path, ["query": .string(text), "slop": .integer(slop)])
        ]
    }

    /// The words of a text one behind the other as the analyzer reads them.
    func phrase(of text: String, boost: Double?) -> SearchJSON {
        var options: SearchJSON = ["query": .string(text)]
        if let boost { options["boost"] = .number(boost) }
        return ["match_phrase": .field(field.path, options)]
    }

    /// The word, or a stem of it, as the first or behind an article.
    func beginning(_ word: FoldedWord) -> SearchJSON {
        let letters = word.joined
        guard letters.count >= 3, !StopWords.all.contains(letters) else { return .nothing }
        let fixed = letters.prefix(field.mayStem ? max(3, letters.count - 4) : letters.count)
        let ending = letters.dropFirst(fixed.count)
        guard ending.allSatisfy({ $0.isLetter || $0.isNumber }),
            let token = FoldedPattern.token(String(fixed), isPrefix: false)
        else { return .nothing }
        let pattern = token + ending.reversed().reduce("") { "(\($1)\($0))?" }
        let match: SearchJSON = ["span_multi": ["match": .regexp(field.path, pattern)]]
        return ["span_first": ["match": match, "end": 2]]
    }

    /// The parts of a hyphenated word one behind the other.
    private func parts(_ word: FoldedWord, isPrefix: Bool) -> SearchJSON {
        let text = SearchJSON.string(word.parts.joined(separator: " "))
        guard isPrefix else { return ["match_phrase": .field(field.path, ["query": text])] }
        return [
            "match_phrase_prefix": .field(field.path, ["query": text, "max_expansions": 500])
        ]
    }

    /// The spellings of a word with a mark in it, which analyzers keep and
    /// whose stems may be others: `bell's` is `bell'`, `bells` is `bell`.
    private func marked(_ word: FoldedWord) -> [String] {
        guard word.isSimple else {
            return ["'", "’", "."].map { word.parts.joined(separator: $0) }
        }
        guard field.mayStem, word.joined.count > 3, word.joined.last == "s" else { return [] }
        return [word.joined.dropLast() + "'s"]
    }

    /// Whether whole values tell what words do not, but for the very long.
    private var hasValues: Bool {
        scansValues && field.exact != nil && (field.exactLimit ?? .max) >= 200
    }

    /// A stem is not what the word begins with, and a stop word is not there.
    private func needsScan(_ word: FoldedWord, isPrefix: Bool) -> Bool {
        let length = word.joined.unicodeScalars.count
        if word.joined == "and" { return true }
        // Two words may have been written as one.
        guard isPrefix else { return length >= 7 && word.isSimple }
        guard field.mayStem else { return length >= 6 }
        return length >= 4 || StopWords.all.contains(word.joined)
    }

    private func scan(_ words: [FoldedWord], isPrefix: Bool) -> SearchJSON {
        guard let exact = field.exact,
            let pattern = FoldedPattern.within(words, isPrefix: isPrefix, isName: isName)
        else { return .nothing }
        return .regexp(exact, pattern)
    }
}

extension IndexField {
    /// Whether words are found in it one by one.
    var isAnalyzed: Bool { kind == .text || kind == .searchAsYouType }

    /// Whether its analyzer may cut words to their stems and leave some out.
    var mayStem: Bool {
        guard let analyzer else { return false }
        return !["standard", "simple", "whitespace", "keyword"].contains(analyzer)
    }

    /// Whether it can be looked into at all.
    var isSearchable: Bool { kind != .unsearchable }
}
