/// The text form of a query: words, `"a phrase"`, `-not`, and fields such as
/// `genre:war,western`, `year:1977..1983`, `rating:>=7`, `sort:-rating`.
///
/// Only the names of fields make fields; any other colon is punctuation.
public enum QuerySyntax {
    /// What a text says, read as a whole (a command line, a finished query).
    public struct Parsed: Hashable, Sendable {
        public var query: FilmQuery
        /// The terms that make no sense; they are not part of the query.
        public var problems: [QueryProblem]
    }

    /// The longest text that is read, in characters, and the most terms.
    public static let longestText = 2_000
    public static let mostTerms = 32

    public static func parse(_ text: String) -> Parsed {
        let tokens = tokens(of: text)
        var filters: [Filter] = []
        var sort = FilmSort.relevance
        var problems: [QueryProblem] = []
        for token in tokens {
            switch token.meaning {
            case .filter(let filter): filters.append(filter)
            case .sort(let wanted): sort = wanted
            case .problem(let problem): problems.append(problem)
            case .term, .exclusion, .nothing: break
            }
        }
        let free = freeText(of: text, tokens)
        let query = FilmQuery(
            text: searchText(tokens, typed: free), typed: free, filters: filters, sort: sort)
        return Parsed(query: query, problems: problems)
    }

    static func isQuote(_ character: Character) -> Bool {
        character == "\"" || character == "“" || character == "”" || character == "«"
            || character == "»"
    }

    /// A mark that follows a blank is one character with it and is not lost:
    /// were it a blank, text that was put together again would part elsewhere.
    static func isBlank(_ character: Character) -> Bool {
        character.isWhitespace
            && (character.unicodeScalars.count == 1 || character == "\r\n")
    }

    /// The free text alone, field terms that are still being typed included in
    /// neither meaning; what a search bar searches while one types in it.
    public static func searchText(_ text: String) -> SearchText {
        let tokens = tokens(of: text)
        return searchText(tokens, typed: freeText(of: text, tokens))
    }

    /// The words, phrases and exclusions of a text, without its fields.
    public static func freeText(_ text: String) -> String { freeText(of: text, tokens(of: text)) }

    private static func searchText(_ tokens: [QueryToken], typed: String) -> SearchText {
        var result = SearchText()
        for token in tokens {
            switch token.meaning {
            case .term(let term) where result.terms.count < mostTerms:
                result.terms.append(term)
            case .exclusion(let term) where result.exclusions.count < mostTerms:
                result.exclusions.append(term)
            default: break
            }
        }
        if case .word = result.terms.last { result.endsInPrefix = true }
        if result.terms.isEmpty && result.exclusions.isEmpty && !typed.isEmpty {
            result.literal = typed
        }
        return result
    }

    private static func freeText(of text: String, _ tokens: [QueryToken]) -> String {
        let characters = Array(text.prefix(longestText))
        var pieces: [String] = []
        for token in tokens {
            switch token.meaning {
            case .term, .exclusion, .nothing:
                // A chunk such as "AT&T" is several terms of one range.
                let piece = String(characters[token.range])
                if !token.range.isEmpty { pieces.append(piece) }
            case .filter, .sort, .problem: break
            }
        }
        return pieces.joined(separator: " ")
    }

    /// The pieces of a text in order. A chunk of several words gives a token
    /// for each; only the first of them has the chunk's range, the others are
    /// empty at its end.
    public static func tokens(of text: String) -> [QueryToken] {
        var scanner = Scanner(text)
        var tokens: [QueryToken] = []
        while scanner.skipSpaces() {
            let start = scanner.index
            let excludes = scanner.takeMinus()
            if let value = scanner.takeQuoted() {
                let range = start..<scanner.index
                let words = TextFolding.words(in: value.text, limit: mostTerms)
                let meaning: QueryToken.Meaning =
                    words.isEmpty
                    ? .nothing
                    : excludes ? .exclusion(.phrase(words)) : .term(.phrase(words))
                tokens.append(
                    QueryToken(
                        meaning: meaning, range: range,
                        isEnded: value.isClosed || !scanner.isAtEnd))
            } else if let field = scanner.takeFieldName() {
                let values = scanner.takeValues()
                let range = start..<scanner.index
                let meaning = FieldSyntax.meaning(
                    field: field, values: values, excludes: excludes,
                    term: scanner.text(range))
                tokens.append(
                    QueryToken(meaning: meaning, range: range, isEnded: !scanner.isAtEnd))
            } else {
                let chunk = scanner.takeChunk()
                let range = start..<scanner.index
                let isEnded = !scanner.isAtEnd
                let words = TextFolding.words(in: chunk, limit: mostTerms)
                if words.isEmpty {
                    tokens.append(QueryToken(meaning: .nothing, range: range, isEnded: isEnded))
                } else if excludes {
                    let term: SearchText.Term = words.count == 1 ? .word(words[0]) : .phrase(words)
                    tokens.append(
                        QueryToken(meaning: .exclusion(term), range: range, isEnded: isEnded))
                } else {
                    for (index, word) in words.enumerated() {
                        tokens.append(
                            QueryToken(
                                meaning: .term(.word(word)),
                                range: index == 0 ? range : range.upperBound..<range.upperBound,
                                isEnded: isEnded))
                    }
                }
            }
        }
        return tokens
    }
}

/// Reads a text character by character.
private struct Scanner {
    let characters: [Character]
    var index = 0

    init(_ text: String) { characters = Array(text.prefix(QuerySyntax.longestText)) }

    var isAtEnd: Bool { index >= characters.count }

    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    /// Skips white space; false at the end.
    mutating func skipSpaces() -> Bool {
        while index < characters.count && QuerySyntax.isBlank(characters[index]) { index += 1 }
        return !isAtEnd
    }

    /// A minus before something else.
    mutating func takeMinus() -> Bool {
        guard characters[index] == "-", index + 1 < characters.count,
            !QuerySyntax.isBlank(characters[index + 1])
        else { return false }
        index += 1
        return true
    }

    mutating func takeQuoted() -> (text: String, isClosed: Bool)? {
        guard !isAtEnd, QuerySyntax.isQuote(characters[index]) else { return nil }
        index += 1
        let start = index
        while !isAtEnd && !QuerySyntax.isQuote(characters[index]) { index += 1 }
        let text = String(characters[start..<index])
        let isClosed = !isAtEnd
        if isClosed { index += 1 }
        return (text, isClosed)
    }

    /// The name of a field with a colon and something behind it.
    mutating func takeFieldName() -> String? {
        var end = index
        while end < characters.count, characters[end].isASCII, characters[end].isLetter { end += 1 }
        guard end < characters.count, characters[end] == ":", end + 1 < characters.count,
            !QuerySyntax.isBlank(characters[end + 1])
        else { return nil }
        let name = String(characters[index..<end]).lowercased()
        guard FieldSyntax.names.contains(name) else { return nil }
        index = end + 1
        return name
    }

    /// Values apart by commas, each perhaps in quotes.
    mutating func takeValues() -> [String] {
        var values: [String] = []
        var current = ""
        while !isAtEnd && !QuerySyntax.isBlank(characters[index]) {
            if let quoted = takeQuoted() {
                current += quoted.text
            } else if characters[index] == "," {
                values.append(current)
                current = ""
                index += 1
            } else {
                current.append(characters[index])
                index += 1
            }
        }
        values.append(current)
        return values
    }

    mutating func takeChunk() -> String {
        let start = index
        while !isAtEnd && !QuerySyntax.isBlank(characters[index]) { index += 1 }
        return String(characters[start..<index])
    }
}
