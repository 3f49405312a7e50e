internal import CinemaCore

/// What a text asks of an index of people: the exact name, names that begin
/// with it, names with all its words.
struct PeopleQuestion {
    let index: EntityIndex
    /// Whether the whole names may be walked through for a word.
    var scansNames = true

    init(index: EntityIndex, people: Int?) {
        self.index = index
        scansNames = (people ?? 0) <= FilmText.mostScanned / 2
    }

    /// Nil for a text that names nobody.
    func result(_ text: SearchText, without earlier: SearchJSON? = nil) -> ResultPlan? {
        guard text.literal == nil else { return nil }
        let query = self.query(text)
        var order: [SearchJSON] = []
        if !text.terms.isEmpty { order.append(["_score": ["order": "desc"]]) }
        if let exact = index.label.exact {
            order.append(.field(exact, ["order": "asc", "missing": "_last"]))
        }
        return ResultPlan(
            index: index.name, query: FilmQuestion.combined(query, [], without: earlier),
            sort: order,
            tieBreak: index.id?.exact)
    }

    func query(_ text: SearchText) -> SearchJSON {
        guard text.literal == nil else { return .nothing }
        let match = FieldMatch(field: index.label, scansValues: scansNames)
        let excluded = text.exclusions.map { match.term($0, isPrefix: false) }
        guard !text.terms.isEmpty else { return .all([], without: excluded) }
        let words = text.terms.enumerated().map { place, term in
            match.term(
                term, isPrefix: text.endsInPrefix && place == text.terms.count - 1, vanishes: true)
        }
        let inName: SearchJSON = .all(words)
        var tiers: [SearchJSON] = [.constant(inName, score: 1, name: "words")]
        if let exact = index.label.exact {
            if let pattern = FoldedPattern.beginning(text.words, isPrefix: text.endsInPrefix) {
                tiers.append(.constant(.regexp(exact, pattern), score: 2, name: "beginning"))
            }
            if let pattern = FoldedPattern.whole(text.words) {
                tiers.append(.constant(.regexp(exact, pattern), score: 3, name: "exact"))
            }
        }
        let best: SearchJSON = ["dis_max": ["queries": .array(tiers)]]
        // Whatever begins so has the words as well; phrases are among these.
        var parts: SearchJSON = ["must": [best]]
        if text.terms.contains(where: { $0.isPhrase }) { parts["filter"] = [inName] }
        if !excluded.isEmpty { parts["must_not"] = .array(excluded) }
        return parts["filter"] == nil && excluded.isEmpty ? best : ["bool": parts]
    }
}

extension SearchText.Term {
    var isPhrase: Bool {
        if case .phrase = self { true } else { false }
    }
}
