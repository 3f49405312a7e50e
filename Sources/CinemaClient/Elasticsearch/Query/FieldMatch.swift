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
        var clauses = [match(word.joined, vanishes: vanishes && !isPrefix)]
        if let token = FoldedPattern.token(word.joined, isPrefix: isPrefix) {
            clauses.append(.regexp(field.path, token))
        }
        if !word.isSimple { clauses.append(parts(word, isPrefix: isPrefix)) }
        if scansValues, field.exact != nil, needsScan(word, isPrefix: isPrefix) {
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
    func allWords(_ words: [FoldedWord]) -> SearchJSON {
        guard words.count > 1, field.isAnalyzed, field.nested == nil else {
            return .all(words.map { word($0, isPrefix: false, vanishes: words.count > 1) })
        }
        // Values are a hundred places apart.
        return matchPhrase(words, slop: 50)
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

    /// The parts of a hyphenated word one behind the other.
    private func parts(_ word: FoldedWord, isPrefix: Bool) -> SearchJSON {
        let text = SearchJSON.string(word.parts.joined(separator: " "))
        guard isPrefix else { return ["match_phrase": .field(field.path, ["query": text])] }
        return [
            "match_phrase_prefix": .field(field.path, ["query": text, "max_expansions": 500])
        ]
    }

    /// A stem is not what the word begins with, and a stop word is not there.
    private func needsScan(_ word: FoldedWord, isPrefix: Bool) -> Bool {
        let length = word.joined.unicodeScalars.count
        // Two words may have been written as one.
        guard isPrefix else { return length >= 7 && word.isSimple }
        guard field.mayStem else { return length >= 6 }
        return length >= 4 || StopWords.all.contains(word.joined)
    }

    private func scan(_ words: [FoldedWord], isPrefix: Bool) -> SearchJSON {
        guard let exact = field.exact,
            let pattern = FoldedPattern.within(words, isPrefix: isPrefix)
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
