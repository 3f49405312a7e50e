internal import CinemaCore

/// The free text of a query as a question to an index of films.
///
/// Each tier scores one constant and the highest counts, so that the order is
/// exact whatever the shards' statistics are: exact title, title begins with
/// it, words in the title, people, the rest.
struct FilmText {
    /// The tiers by their scores, and what an answer calls them.
    enum Tier: Int, CaseIterable {
        case anywhere = 1
        case people, words, beginning, exact

        var name: String { "\(self)" }
    }

    let fields: FilmFields
    let genres: GenreList
    /// Whether the whole titles may be walked through for a word.
    var scansTitles = true

    /// The query; nil for a text that asks for nothing, as all films do.
    func query(_ text: SearchText) -> SearchJSON? {
        guard !text.isEmpty else { return nil }
        let excluded = text.exclusions.map(exclusion)
        if let literal = text.literal { return self.literal(literal) }
        let tiers = self.tiers(text)
        guard !tiers.isEmpty else { return .all([], without: excluded) }
        let best: SearchJSON = [
            "dis_max": [
                "queries": .array(
                    tiers.map { .constant($0.clause, score: $0.tier.rawValue, name: $0.tier.name) })
            ]
        ]
        guard !excluded.isEmpty else { return best }
        return ["bool": ["must": [best], "must_not": .array(excluded)]]
    }

    private func tiers(_ text: SearchText) -> [(tier: Tier, clause: SearchJSON)] {
        guard !text.terms.isEmpty else { return [] }
        var tiers: [(tier: Tier, clause: SearchJSON)] = []
        func add(_ tier: Tier, _ clause: SearchJSON) {
            if clause != .nothing { tiers.append((tier, clause)) }
        }
        add(.exact, whole(text))
        add(.beginning, beginning(text))
        add(.words, .all(each(text) { titles($0, $1) }))
        guard text.terms.count > 1 || !text.endsInShortWord else { return tiers }
        if !text.endsInShortWord { add(.people, .all(each(text) { people($0, $1) })) }
        add(
            .anywhere,
            .all(
                each(text) { term, isPrefix in
                    // A short word that may still grow is in too many names.
                    if isPrefix, text.endsInShortWord { return titles(term, isPrefix) }
                    // What only whole titles tell is in the tier of titles.
                    return .any([
                        titles(term, isPrefix, scans: term.isPhrase), people(term, isPrefix),
                        ofGenres(genres.having(term, isPrefix: isPrefix)),
                    ])
                }))
        return tiers
    }

    private func each(
        _ text: SearchText, _ clause: (SearchText.Term, Bool) -> SearchJSON
    ) -> [SearchJSON] {
        text.terms.enumerated().map { place, term in
            clause(term, text.endsInPrefix && place == text.terms.count - 1)
        }
    }

    // MARK: Titles

    private var titleFields: [IndexField] {
        ([fields.title] + fields.otherTitles).filter(\.isSearchable)
    }

    private func titles(
        _ term: SearchText.Term, _ isPrefix: Bool, vanishes: Bool = true, scans: Bool = true
    ) -> SearchJSON {
        .any(
            titleFields.map { field in
                .nested(
                    field.nested,
                    FieldMatch(field: field, scansValues: scans && scansTitles)
                        .term(term, isPrefix: isPrefix, vanishes: vanishes))
            })
    }

    /// Titles of the text's letters.
    private func whole(_ text: SearchText) -> SearchJSON {
        onValues(text, FoldedPattern.whole(text.words))
    }

    private func beginning(_ text: SearchText) -> SearchJSON {
        let pattern = FoldedPattern.beginning(text.words, isPrefix: text.endsInPrefix)
        let clause = onValues(text, pattern)
        // Without whole values a phrase is the nearest to a beginning.
        guard clause == .nothing, text.words.count > 1, text.words.count <= 8 else { return clause }
        return .any(
            titleFields.filter(\.isAnalyzed).map { field in
                .nested(
                    field.nested, FieldMatch(field: field, scansValues: false).phrase(text.words))
            })
    }

    /// A pattern of whole titles, which have the text's phrases as well.
    private func onValues(_ text: SearchText, _ pattern: String?) -> SearchJSON {
        guard let pattern else { return .nothing }
        let values: SearchJSON = .any(
            titleFields.compactMap { field in
                field.exact.map { .nested(field.nested, .regexp($0, pattern)) }
            })
        let phrases = text.terms.compactMap { term -> SearchJSON? in
            if case .phrase = term { titles(term, false) } else { nil }
        }
        return .all([values] + phrases)
    }

    /// Titles that are a text without letters and digits, then those that
    /// contain it.
    private func literal(_ text: String) -> SearchJSON {
        let exact = titleFields.compactMap(\.exact)
        guard !exact.isEmpty, text.contains(where: { !$0.isWhitespace }) else { return .nothing }
        var pattern = ""
        for character in text {
            if "*?\\".contains(character) { pattern.append("\\") }
            pattern.append(character)
        }
        let whole = exact.map { SearchJSON.terms($0, [text]) }
        let within = exact.map { path -> SearchJSON in
            ["wildcard": .field(path, ["value": .string("*\(pattern)*")])]
        }
        return [
            "dis_max": [
                "queries": [
                    .constant(.any(whole), score: Tier.exact.rawValue, name: Tier.exact.name),
                    .constant(.any(within), score: Tier.words.rawValue, name: Tier.words.name),
                ]
            ]
        ]
    }

    // MARK: People and genres

    /// Films with the term in the name of one of their people.
    private func people(
        _ term: SearchText.Term, _ isPrefix: Bool, vanishes: Bool = true
    ) -> SearchJSON {
        .any(
            fields.nameFields.map { name in
                // Names of films are too many to be walked through at each key.
                .nested(
                    name.nested,
                    FieldMatch(field: name, scansValues: false)
                        .term(term, isPrefix: isPrefix, vanishes: vanishes))
            })
    }

    func ofGenres(_ entries: [GenreList.Entry]) -> SearchJSON {
        guard let field = fields.genres.first, !entries.isEmpty else { return .nothing }
        return field.clause(ids: entries.map(\.id), names: entries.map(\.name))
    }

    /// What an exclusion takes away: its words are whole ones, and those of
    /// one or two letters count in titles only.
    private func exclusion(_ term: SearchText.Term) -> SearchJSON {
        let inTitles = titles(term, false, vanishes: false)
        if case .word(let word) = term, word.joined.unicodeScalars.count < 3 { return inTitles }
        return .any([
            inTitles, people(term, false, vanishes: false),
            ofGenres(genres.having(term, isPrefix: false)),
        ])
    }
}

extension FilmFields {
    /// One field of names for each role: flat names before those of nested
    /// objects, which cost more.
    var nameFields: [IndexField] {
        let roles =
            Role.billing.compactMap { people[$0] }
            + people.filter { !Role.billing.contains($0.key) }
            .sorted { $0.key.name < $1.key.name }.map(\.value)
        let own = roles.compactMap { names -> IndexField? in
            let searchable = names.map(\.name).filter(\.isSearchable)
            return searchable.first { $0.nested == nil && $0.isAnalyzed } ?? searchable.first
        }
        return own + [persons?.name].compactMap { $0 }.filter(\.isSearchable)
    }
}

extension NameField {
    /// The films that have any of the things, by the ids where there are ids.
    func clause(ids: [String], names: [String]) -> SearchJSON {
        if let id = id?.exact { return .nested(self.id?.nested, .terms(id, ids)) }
        if let exact = name.exact { return .nested(name.nested, .terms(exact, names)) }
        guard name.isAnalyzed else { return .nothing }
        return .nested(
            name.nested,
            .any(
                names.map { name -> SearchJSON in
                    ["match_phrase": .field(self.name.path, ["query": .string(name)])]
                }))
    }
}
