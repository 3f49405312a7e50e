internal import CinemaCore

/// The free text of a query as a question to an index of films.
///
/// Each tier scores one constant and the highest counts, so that the order is
/// exact whatever the shards' statistics are: exact title, title begins with
/// it, words in the title, people, the rest. Only where nothing tells which
/// titles are exact the server's own score has a part in it (`scoring`).
struct FilmText {
    /// The tiers by their scores, and what an answer calls them.
    enum Tier: Int, CaseIterable {
        case anywhere = 1
        case people, words, beginning, exact

        var name: String { "\(self)" }
    }

    /// What an answer calls titles that have the text as a phrase, which stand
    /// with those that begin with it.
    static let phraseName = "phrase"

    let fields: FilmFields
    let genres: GenreList
    /// Whether the whole titles may be walked through for a word.
    var scansTitles = true
    /// The text as it was typed, with the accents and marks that folding takes
    /// away; nil where it is more than words.
    var typed: String?
    private var losesLast = false

    init(fields: FilmFields, genres: GenreList, scansTitles: Bool = true) {
        self.fields = fields
        self.genres = genres
        self.scansTitles = scansTitles
    }

    /// The query; nil for a text that asks for nothing, as all films do.
    func query(_ text: SearchText) -> SearchJSON? {
        var asked = self
        asked.losesLast = text.terms.contains { term in
            term.words.contains { !StopWords.all.contains($0.joined) }
        }
        return asked.question(text)
    }

    /// Whether scores have to compare between shards: where nothing else tells
    /// which titles are the text.
    func scoring(_ text: SearchText) -> IndexRequest.Scoring {
        let isScored = titleFields.contains {
            $0.isAnalyzed && $0.exact == nil && ShinglePattern($0) == nil
        }
        return isScored && shortestFirst(text) != nil ? .byIndex : .byShard
    }

    private func question(_ text: SearchText) -> SearchJSON? {
        guard !text.isEmpty else { return nil }
        let excluded = text.exclusions.map(exclusion)
        if let literal = text.literal { return self.literal(literal) }
        let tiers = self.tiers(text)
        guard !tiers.isEmpty else { return .all([], without: excluded) }
        var queries: [SearchJSON] = tiers.map {
            .constant($0.clause, score: $0.tier.rawValue, name: $0.tier.name)
        }
        if let phrase = shortestFirst(text) { queries.insert(phrase, at: 0) }
        let best: SearchJSON = ["dis_max": ["queries": .array(queries)]]
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
        if !text.endsInShortWord, asksPeople(text) {
            add(.people, .all(each(text) { people($0, $1) }))
        }
        add(
            .anywhere,
            .all(
                each(text) { term, isPrefix in
                    // A short word that may still grow is in too many names.
                    if isPrefix, text.endsInShortWord { return titles(term, isPrefix) }
                    // What only whole titles tell is in the tier of titles.
                    return .any([
                        titles(term, isPrefix, scans: term.isPhrase),
                        people(term, isPrefix, isOfMany: text.terms.count > 4),
                        ofGenres(genres.having(term, isPrefix: isPrefix)),
                    ])
                }))
        return tiers
    }

    /// Films by their people alone are another tier unless each word has to be
    /// looked for in all names: of long texts that takes longer than it helps.
    private func asksPeople(_ text: SearchText) -> Bool {
        text.terms.count <= 4 || fields.nameFields.contains(where: \.isAnalyzed)
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
                    FieldMatch(
                        field: field, scansValues: scans && scansTitles, losesLast: losesLast
                    ).term(term, isPrefix: isPrefix, vanishes: vanishes))
            })
    }

    /// Titles of the text's letters.
    private func whole(_ text: SearchText) -> SearchJSON {
        let words = TextFolding.withoutLeadingArticle(text.words)
        let inShingles = titleFields.compactMap { field -> SearchJSON? in
            guard let pattern = ShinglePattern(field) else { return nil }
            return .nested(field.nested, pattern.whole(words))
        }
        return .any([onValues(text, FoldedPattern.whole(text.words))] + inShingles)
    }

    private func beginning(_ text: SearchText) -> SearchJSON {
        onValues(text, FoldedPattern.beginning(text.words, isPrefix: text.endsInPrefix))
    }

    /// Titles with the text as a phrase where no whole values tell which are
    /// exact or begin so. A title that is nothing else is the shortest, and
    /// that is what the server's own score tells of titles with a phrase, so
    /// here it orders them, well within the tier.
    private func shortestFirst(_ text: SearchText) -> SearchJSON? {
        let words = TextFolding.withoutLeadingArticle(text.words)
        let fields = titleFields.filter { $0.isAnalyzed && $0.exact == nil }
        guard !fields.isEmpty, !words.isEmpty, words.count <= 16 else { return nil }
        // Without whole titles an accent is found only if it was typed.
        let folded = text.words.flatMap(\.parts).joined(separator: " ")
        let readings =
            [words.flatMap(\.parts).joined(separator: " ")]
            + [typed].compactMap(\.self).filter { $0.lowercased() != folded }
        func phrase(_ boost: Double?) -> SearchJSON {
            .any(
                fields.flatMap { field in
                    readings.map { text in
                        .nested(
                            field.nested, FieldMatch(field: field).phrase(of: text, boost: boost))
                    }
                })
        }
        let tier = Tier.beginning
        let first: SearchJSON = .any(
            fields.map {
                .nested($0.nested, FieldMatch(field: $0).beginning(words[words.startIndex]))
            })
        var better = [phrase(0.01)]
        // Words that the analyzer leaves out count for no length: To Be a Star.
        if first != .nothing {
            better.append(["constant_score": ["filter": first, "boost": 0.4]])
        }
        return [
            "bool": [
                "must": [
                    .constant(phrase(nil), score: tier.rawValue, name: Self.phraseName)
                ],
                "should": .array(better),
            ]
        ]
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
        _ term: SearchText.Term, _ isPrefix: Bool, vanishes: Bool = true, isOfMany: Bool = false
    ) -> SearchJSON {
        .any(
            fields.nameFields.map { name in
                if isOfMany, !name.isAnalyzed, term.isStopWord { return .nothing }
                // Names of films are too many to be walked through at each key.
                return .nested(
                    name.nested,
                    FieldMatch(field: name, scansValues: false, isName: true)
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

extension SearchText.Term {
    fileprivate var isStopWord: Bool { words.allSatisfy { StopWords.all.contains($0.joined) } }
}
