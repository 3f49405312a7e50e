import CinemaCore

/// Finds the record that a name means.
struct NameSearch<Row: CatalogRow> {
    /// What a name means in a catalogue.
    struct Match {
        var row: Row
        /// Whether the row is called so, and not only found by the words.
        var isExact: Bool
        /// Others that are called so as well, best known first.
        var others: [Row]
    }

    /// The most records of one name that are told apart.
    static var mostRows: Int { 50 }

    let name: String
    let catalog: any Catalog

    /// The best known record of exactly this name, else the best one that the
    /// words find. Rows of a rescue are no match, only a suggestion.
    func match() async throws(CommandFailure) -> Match {
        let results = try await CommandFailure.asking { () async throws(CatalogError) in
            try await catalog.completeSearch(query, count: Self.mostRows)
        }
        let rows = Row.rows(results)
        let found = results.rescue.map { rows.prefix(Row.countAsTyped($0)) } ?? rows[...]
        let exact = found.filter { isName($0.label) }
        if let row = exact.first {
            return Match(row: row, isExact: true, others: Array(exact.dropFirst()))
        }
        let row = found.first { hasWords($0.label) } ?? (findsAllWords ? found.first : nil)
        guard let row else { throw .nothingFound(sentence(nearest: rows.first)) }
        return Match(row: row, isExact: false, others: [])
    }

    private var words: [FoldedWord] { TextFolding.words(in: name, limit: QuerySyntax.mostTerms) }

    /// The words of the name and nothing else: a title such as "-30-" or
    /// "Mission: Impossible" is not query syntax.
    private var query: FilmQuery {
        let text =
            words.isEmpty
            ? SearchText(literal: name)
            : SearchText(terms: words.map(SearchText.Term.word), endsInPrefix: true)
        return FilmQuery(text: text, typed: name)
    }

    private func isName(_ label: String) -> Bool {
        guard !words.isEmpty else { return label == name }
        let labelWords = TextFolding.words(in: label, limit: QuerySyntax.mostTerms)
        return TextFolding.titleKey(labelWords) == TextFolding.titleKey(words)
    }

    private func hasWords(_ label: String) -> Bool {
        let own = TextFolding.words(in: label, limit: QuerySyntax.mostTerms).map(\.joined)
        return words.allSatisfy { own.contains($0.joined) }
    }

    /// Whether what is found has all the words: many a server finds what has
    /// any of them, and in an order of its own.
    private var findsAllWords: Bool { catalog.capabilities.countsExactly }

    private func sentence(nearest: Row?) -> String {
        let sentence = "no \(Row.kind.singular) has the id or name \(Quotation.short(name))"
        guard let nearest else { return sentence }
        return sentence + "; did you mean \(Quotation.quoted(nearest.label))?"
    }
}
