import CinemaCore

/// What is typed, by how much of it there is.
enum QueryKind: String, CaseIterable {
    case oneLetter = "one letter"
    case twoLetters = "two letters"
    case threeLetters = "three letters"
    case fiveLetters = "five letters"
    case wordAndPrefix = "word, prefix"
    case twoPrefixes = "two prefixes"
    case name = "a name"
    case filtered = "filters on"
}

/// Some words of a title or a name, the last of them not yet whole.
struct TypedQuery: Hashable {
    let kind: QueryKind
    /// Folded, as an index has them.
    let words: [String]

    var text: String { words.joined(separator: " ") }

    /// What a catalogue is asked.
    var film: FilmQuery {
        var query = FilmQuery(text)
        if kind == .filtered { query.filters = Self.filters }
        return query
    }

    static let filters = FilmQuery("genre:drama year:1990..2020 rating:>=5").filters
}
