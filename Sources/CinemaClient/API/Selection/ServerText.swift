internal import CinemaCore

/// The text that a service is asked for: what was typed, without exclusions
/// and quotes, which no service understands.
enum ServerText {
    static let longest = 200

    static func text(_ query: FilmQuery) -> String {
        let typed = words(query.typed)
        if !typed.isEmpty || query.text.isEmpty { return typed }
        return query.text.literal
            ?? query.text.terms.flatMap { $0.words }.map(\.joined).joined(separator: " ")
    }

    /// The words alone, without what a search server may take for syntax
    /// (Lucene's signs, and its AND, OR and NOT).
    static func plain(_ text: String) -> String {
        let spaced = String(text.map { signs.contains($0) ? " " : $0 })
        return spaced.split(separator: " ").map { word in
            operators.contains(word) ? word.lowercased() : String(word)
        }.joined(separator: " ")
    }

    private static let signs: Set<Character> = Set("+-&|!(){}[]^\"~*?:\\/<>=")
    private static let operators: Set<Substring> = ["AND", "OR", "NOT"]

    private static func words(_ typed: String) -> String {
        var kept: [String] = []
        var word = ""
        var isQuoted = false
        var isExcluded = false
        func end() {
            if !word.isEmpty, !isExcluded { kept.append(word) }
            word = ""
        }
        for character in typed.prefix(longest) {
            if character == "\"" || character == "“" || character == "”" {
                isQuoted.toggle()
                if !isQuoted {
                    end()
                    isExcluded = false
                }
            } else if character.isWhitespace {
                end()
                if !isQuoted { isExcluded = false }
            } else if character == "-", word.isEmpty, !isQuoted, !isExcluded {
                isExcluded = true
            } else {
                word.append(character)
            }
        }
        end()
        return kept.joined(separator: " ")
    }
}
