internal import CinemaCore

/// A query of films as it is put to an index.
struct FilmQuestion {
    let knowledge: IndexKnowledge
    let query: FilmQuery
    /// What the query's text asks; nil for nothing.
    let text: SearchJSON?
    /// What could not be asked, as names of fields.
    let ignored: [String]
    private let order: [SearchJSON]

    init(_ query: FilmQuery, _ knowledge: IndexKnowledge) {
        let fields = knowledge.layout.films.fields
        self.knowledge = knowledge
        self.query = query
        var filmText = knowledge.filmText
        filmText.typed = query.typedWords
        text = filmText.query(query.text)
        var ignored = knowledge.filmFilters.clauses(query.filters).ignored
        let sorting = FilmSorting(fields: fields, standing: knowledge.standing)
        let isScored = !query.text.terms.isEmpty || query.text.literal != nil
        if let order = sorting.order(query.sort, isScored: isScored) {
            self.order = order
        } else {
            ignored.append("sort")
            order = sorting.order(.relevance, isScored: isScored) ?? []
        }
        self.ignored = ignored
    }

    /// The films without some that stand before them, in the query's order.
    ///
    /// - Parameter whole: Whether the whole documents are wanted.
    func result(without earlier: SearchJSON? = nil, whole: Bool = false) -> ResultPlan {
        let fields = knowledge.layout.films.fields
        return ResultPlan(
            index: knowledge.layout.films.name, query: films(without: earlier), sort: order,
            tieBreak: fields.id?.exact, source: whole ? nil : fields.rowSource,
            scoring: knowledge.filmText.scoring(query.text))
    }

    /// Until where films are counted before their rows are shown; the exact
    /// number comes with the statistics.
    private static let counted = 10_000

    /// The search for the first rows.
    func firstSearch(size: Int) -> IndexRequest.Search {
        // All films, and those of filters alone, are counted at no cost.
        result().firstSearch(size: size, countingTo: text == nil ? nil : Self.counted)
    }

    /// The clause of all films that are found.
    func films(without earlier: SearchJSON? = nil) -> SearchJSON {
        Self.combined(text, filters, without: earlier)
    }

    private var filters: [SearchJSON] { knowledge.filmFilters.clauses(query.filters).met }

    static func combined(
        _ text: SearchJSON?, _ filters: [SearchJSON], without earlier: SearchJSON? = nil
    ) -> SearchJSON {
        if filters.contains(.nothing) || text == .nothing { return .nothing }
        guard let text else { return .all(filters, without: earlier.map { [$0] } ?? []) }
        guard !filters.isEmpty || earlier != nil else { return text }
        var parts: SearchJSON = ["must": [text]]
        if !filters.isEmpty { parts["filter"] = .array(filters) }
        if let earlier { parts["must_not"] = [earlier] }
        return ["bool": parts]
    }
}

extension FilmQuery {
    /// The text as it was typed where it is nothing but words, and those that
    /// are looked for.
    fileprivate var typedWords: String? {
        guard !typed.isEmpty, text.exclusions.isEmpty, !text.terms.contains(where: \.isPhrase),
            QuerySyntax.searchText(typed) == text
        else { return nil }
        return typed
    }
}

extension IndexKnowledge {
    var filmText: FilmText {
        FilmText(
            fields: layout.films.fields, genres: genres,
            scansTitles: films <= FilmText.mostScanned)
    }

    var filmFilters: FilmFilters {
        FilmFilters(fields: layout.films.fields, genres: genres, labels: labels)
    }
}

extension FilmText {
    /// Of how many films the titles are walked through for a word.
    static let mostScanned = 100_000
}

extension FilmFields {
    /// What of a document a row is made of; nil for all of it.
    ///
    /// Where directors are names alone and other people have ids, these tell
    /// who a director is that had another role as well.
    fileprivate var rowSource: [String]? {
        guard !rowKeys.isEmpty else { return nil }
        guard let directors = people[.director], directors.allSatisfy({ $0.id == nil }) else {
            return rowKeys
        }
        let others = people.values.flatMap { $0 }.filter { $0.id != nil }.map(\.key).sorted()
        return rowKeys + others.filter { !rowKeys.contains($0) }
    }
}
