/// The name of a parameter, read as words: `page[number]`, `page_number` and
/// `pageNumber` say the same.
struct ParameterName: Equatable, Sendable {
    let words: [String]

    /// The words with `_` between them.
    let canonical: String

    init(_ name: String) {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in name.prefix(128) {
            if !(character.isLetter || character.isNumber) || (character.isUppercase && wasLower) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if character.isLetter || character.isNumber { word += character.lowercased() }
            wasLower = character.isLowercase
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
        canonical = words.joined(separator: "_")
    }

    /// Whether it stands for one film, person or genre.
    var isIdentifier: Bool {
        words.contains("id") || words.contains("uuid") || words.contains("uid") || canonical == "pk"
    }
}
