internal import CinemaCore

/// How a value of a filter means names: the name that it is, else names that
/// have all its words.
struct NameMatch {
    private let words: [String]
    private let normalized: String

    init(_ value: String) {
        normalized = TextFolding.normalized(value)
        words = normalized.split(separator: " ").map(String.init)
    }

    func equals(_ name: String) -> Bool {
        !words.isEmpty && TextFolding.normalized(name) == normalized
    }

    func hasWords(_ name: String) -> Bool {
        guard !words.isEmpty else { return false }
        let own = Self.words(name)
        return words.allSatisfy(own.contains)
    }

    /// The folded words of a name, joined and in parts.
    static func words(_ name: String) -> Set<String> {
        var all: Set<String> = []
        for word in TextFolding.words(in: name) {
            all.insert(word.joined)
            all.formUnion(word.parts)
        }
        return all
    }

    /// Whether a folded name begins with the folded text, or a word of it does.
    static func begins(_ name: String, with text: String) -> Bool {
        let wanted = TextFolding.normalized(text).split(separator: " ").map(String.init)
        let own = TextFolding.words(in: name).flatMap { [$0.joined] + $0.parts }
        return wanted.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }
}
