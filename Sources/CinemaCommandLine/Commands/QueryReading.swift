import CinemaCore

/// Reads the query text of a command, where every term has to make sense.
enum QueryReading {
    /// The query, or every reason why it is none.
    static func query(
        _ text: String, for kind: CatalogKind, command: String
    ) throws(CommandFailure) -> FilmQuery {
        guard text.count <= QuerySyntax.longestText else {
            let length = EnglishText.grouped(text.count)
            let longest = EnglishText.grouped(QuerySyntax.longestText)
            throw .query(
                command: command,
                ["the query has \(length) characters; write at most \(longest)"])
        }
        let parsed = QuerySyntax.parse(text)
        var sentences = parsed.problems.map(\.sentence)
        let words = QuerySyntax.tokens(of: text).count { token in
            switch token.meaning {
            case .term, .exclusion: true
            case .filter, .sort, .problem, .nothing: false
            }
        }
        if words > QuerySyntax.mostTerms {
            sentences.append(
                "the query has \(words) words; write at most \(QuerySyntax.mostTerms)")
        }
        if kind != .film {
            sentences += filmTerms(of: parsed.query).map { term in
                "\(term): only films are filtered and sorted; look for \(kind.plural) by name"
            }
        }
        guard sentences.isEmpty else { throw .query(command: command, sentences) }
        return parsed.query
    }

    private static func filmTerms(of query: FilmQuery) -> [String] {
        query.filters.map(\.queryText)
            + (query.sort == .relevance ? [] : [query.sort.queryText])
    }
}
