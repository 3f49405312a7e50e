internal import CinemaCore

/// Which words of an index may be meant by one that it hardly has: itself,
/// near spellings, readings in the other alphabet.
///
/// An index does not tell its vocabulary, but films and people whose words
/// are near do; which of their words was meant is decided here.
struct VocabularyQuestion {
    let layout: IndexLayout
    /// How many films and people are looked at for each word.
    static let rows = 60
    /// Of how many words of a text.
    static let mostWords = 4

    /// - Parameter isPrefix: Whether the word may still be growing.
    func searches(_ word: FoldedWord, isPrefix: Bool) -> [IndexRequest.Search] {
        let fields = layout.films.fields
        let titles = ([fields.title] + fields.otherTitles).filter(\.isSearchable)
        var wanted = titles
        var keys = titles.map(\.topKey)
        if layout.people == nil {
            wanted += fields.nameFields
            keys += fields.nameFields.map(\.topKey)
        }
        var searches = [search(layout.films.name, word, isPrefix, wanted, keys)]
        if let people = layout.people {
            searches.append(search(people.name, word, isPrefix, [people.label], nil))
        }
        return searches
    }

    private func search(
        _ index: String, _ word: FoldedWord, _ isPrefix: Bool, _ fields: [IndexField],
        _ keys: [String]?
    ) -> IndexRequest.Search {
        let clauses = fields.filter(\.isAnalyzed).map { field in
            SearchJSON.nested(field.nested, .any(near(word, isPrefix, field)))
        }
        let known = fields.map { field in
            SearchJSON.nested(
                field.nested,
                FieldMatch(field: field, scansValues: false)
                    .word(word, isPrefix: isPrefix))
        }
        let queries: [SearchJSON] = [
            .constant(.any(known), score: 2, name: "known"),
            .constant(.any(clauses), score: 1, name: "near"),
        ]
        var body: SearchJSON = [
            "query": ["dis_max": ["queries": .array(queries.filter { $0 != .nothing })]],
            "size": .integer(Self.rows), "track_total_hits": false,
        ]
        if let keys { body["_source"] = .array(keys.map { .string($0) }) }
        return IndexRequest.Search(index: index, body: body)
    }

    private func near(
        _ word: FoldedWord, _ isPrefix: Bool, _ field: IndexField
    ) -> [SearchJSON] {
        var clauses: [SearchJSON] = []
        let changes = EditDistance.tolerance(for: word.joined)
        if changes > 0, !word.joined.allSatisfy(\.isNumber) {
            // A stem has lost some letters at its end.
            for lost in 0...(field.mayStem ? 3 : 0) where word.joined.count - lost >= 4 {
                clauses.append([
                    "fuzzy": .field(
                        field.path,
                        [
                            "value": .string(String(word.joined.dropLast(lost))),
                            "fuzziness": .integer(changes), "max_expansions": 200,
                            "transpositions": true, "rewrite": "constant_score",
                        ])
                ])
            }
        }
        if let pattern = Self.readings(of: word.joined, isPrefix: isPrefix, stems: field.mayStem) {
            clauses.append(.regexp(field.path, pattern))
        }
        return clauses
    }

    /// All readings of a word in the other alphabet as one pattern.
    static func readings(of word: String, isPrefix: Bool, stems: Bool) -> String? {
        guard let parts = Transliteration.parts(of: word) else { return nil }
        let choices = parts.map { part in
            let letters = part.letters.map(Self.choice).joined()
            let whole = part.readings.filter { !$0.isEmpty }
            return whole.isEmpty ? letters : "(\((whole + [letters]).joined(separator: "|")))"
        }
        let end = isPrefix ? ".*" : ""
        let pattern: String
        if stems, choices.count > 5 {
            // The longest endings that stemmers take: -ator, -ness, -ости.
            let fixed = choices.dropLast(4).joined()
            pattern = choices.suffix(4).reversed().reduce(end) { "(\($1)\($0))?" }
            return fixed.count + pattern.count <= FoldedPattern.longest ? fixed + pattern : nil
        }
        pattern = choices.joined() + end
        return pattern.count <= FoldedPattern.longest ? pattern : nil
    }

    private static func choice(_ readings: [String]) -> String {
        let some = readings.filter { !$0.isEmpty }
        guard !some.isEmpty else { return "" }
        let isOptional = some.count < readings.count
        if some.count == 1, !isOptional { return some[0] }
        return "(\(some.joined(separator: "|")))" + (isOptional ? "?" : "")
    }
}
