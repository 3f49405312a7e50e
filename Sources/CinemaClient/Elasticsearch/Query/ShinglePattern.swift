internal import CinemaCore

/// A whole value of some words, where a field keeps no whole values but each
/// two words that stand side by side (`search_as_you_type` has them in a
/// subfield, `_2gram`): it begins with the words, behind an article or not, and
/// nothing stands behind the last. See [search-as-you-type](
/// https://www.elastic.co/guide/en/elasticsearch/reference/8.12/search-as-you-type.html).
///
/// Unlike the length of a text, which only scores tell, this is exact on every
/// shard.
struct ShinglePattern {
    /// The path of the words one by one.
    let path: String

    private static let most = 16

    /// Nil for a field without such a subfield. An analyzer that cuts words or
    /// leaves some out makes other words of them.
    init?(_ field: IndexField) {
        guard field.kind == .searchAsYouType, field.exact == nil, !field.mayStem else { return nil }
        path = field.path
    }

    /// Values of these words and no others, a leading article apart.
    func whole<Words: Collection<FoldedWord>>(_ words: Words) -> SearchJSON {
        var readings = [words.flatMap(\.parts).map(Self.token)]
        // The tokenizer keeps a mark within a word: E.T. is `e.t`.
        if words.contains(where: { !$0.isSimple }) {
            readings.append(words.map { Self.joined($0) })
        }
        // Of & it keeps nothing.
        let rest = words.filter { $0.joined != "and" }
        if !rest.isEmpty, rest.count < words.count {
            readings.append(rest.flatMap(\.parts).map(Self.token))
        }
        return .any(readings.map(value))
    }

    private static func token(_ part: String) -> String? {
        FoldedPattern.token(part, isPrefix: false)
    }

    private static func joined(_ word: FoldedWord) -> String? {
        let parts = word.parts.map(token)
        guard parts.allSatisfy({ $0 != nil }) else { return nil }
        return parts.compactMap(\.self).joined(separator: "['’.]")
    }

    /// Values of tokens of these patterns and no others, but for an article.
    private func value(_ tokens: [String?]) -> SearchJSON {
        let patterns = tokens.compactMap(\.self)
        guard let first = patterns.first, let last = patterns.last,
            patterns.count == tokens.count, patterns.count <= Self.most,
            // What stands behind the last is not told where that stands twice.
            !patterns.dropLast().contains(last),
            patterns.dropFirst().first != first
        else { return .nothing }
        let articles = ["the", "a", "an"].map { article -> SearchJSON in
            ["span_term": .field(path, .string(article))]
        }
        return .all(
            [
                // From the first or the second place on; and the first is that
                // of the first word, which does not stand twice, or an article's.
                within(patterns.map(token), patterns.count + 1),
                .any([
                    within([token(first)], 1),
                    within([["span_or": ["clauses": .array(articles)]]], 1),
                ]),
            ],
            without: [
                .regexp(path + "._2gram", "(\(last)) .*"),
                .regexp(path + "._2gram", "(\(first)) (\(first))"),
            ])
    }

    private func token(_ pattern: String) -> SearchJSON {
        ["span_multi": ["match": .regexp(path, pattern)]]
    }

    /// Values with the tokens one behind the other within so many places.
    private func within(_ tokens: [SearchJSON], _ end: Int) -> SearchJSON {
        let match: SearchJSON =
            tokens.count == 1
            ? tokens[0]
            : ["span_near": ["clauses": .array(tokens), "slop": 0, "in_order": true]]
        return ["span_first": ["match": match, "end": .integer(end)]]
    }
}
