/// A word as it is matched: without case, accents and ligatures.
///
/// A hyphenated or apostrophed word is one word of several parts, so that it
/// is found joined ("spiderman") and split ("spider man").
public struct FoldedWord: Hashable, Sendable {
    /// The parts without what joins them: `spiderman`.
    public let joined: String
    /// The parts in order: `spider`, `man`; one for a simple word.
    public let parts: [String]

    public init(parts: [String]) {
        self.parts = parts
        joined = parts.count == 1 ? parts[0] : parts.joined()
    }

    public init(_ word: String) {
        joined = word
        parts = [word]
    }

    public var isSimple: Bool { parts.count == 1 }
}
