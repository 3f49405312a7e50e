/// A line of text under edit: graphemes, a cursor between them, and what was
/// cut last.
public struct TextField: Equatable, Sendable {
    public private(set) var characters: [Character] = []
    /// From 0, before the first character, to the count, behind the last.
    public private(set) var cursor = 0
    private var cut = ""

    /// The most characters it takes; what a paste has beyond is dropped.
    public static let limit = 500

    public init(_ text: String = "") {
        characters = Array(text.prefix(Self.limit))
        cursor = characters.count
    }

    public var text: String { String(characters) }
    public var isEmpty: Bool { characters.isEmpty }
    public var isCursorAtEnd: Bool { cursor == characters.count }

    /// Replaces everything; the cursor goes behind it. What was cut stays.
    public mutating func set(_ text: String) {
        characters = Array(text.prefix(Self.limit))
        cursor = characters.count
    }

    /// Inserts text at the cursor; line breaks, tabs and other controls become
    /// spaces, so that a paste stays one line.
    public mutating func insert(_ text: String) {
        let line = String(
            text.map { character in
                character.unicodeScalars.contains {
                    $0.value < 0x20 || (0x7f...0x9f).contains($0.value)
                }
                    ? " " : character
            })
        let room = Self.limit - characters.count
        // Joined as text, because a mark joins the character before it.
        let before = String(characters[..<cursor]) + String(line.prefix(max(0, room)))
        let after = String(characters[cursor...])
        characters = Array(before + after)
        cursor = min(before.count, characters.count)
    }

    public mutating func moveLeft() { cursor = max(0, cursor - 1) }
    public mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
    public mutating func moveToStart() { cursor = 0 }
    public mutating func moveToEnd() { cursor = characters.count }
    public mutating func moveWordLeft() { cursor = wordStart(before: cursor) }

    public mutating func moveWordRight() {
        while cursor < characters.count && !isWord(characters[cursor]) { cursor += 1 }
        while cursor < characters.count && isWord(characters[cursor]) { cursor += 1 }
    }

    /// Removes the grapheme before the cursor; false at the start.
    @discardableResult
    public mutating func deleteBackward() -> Bool {
        guard cursor > 0 else { return false }
        remove((cursor - 1)..<cursor)
        return true
    }

    public mutating func deleteForward() {
        guard cursor < characters.count else { return }
        remove(cursor..<(cursor + 1))
    }

    /// Cuts the word before the cursor (readline's unix-word-rubout).
    public mutating func cutWordBackward() {
        var start = cursor
        while start > 0 && characters[start - 1].isWhitespace { start -= 1 }
        while start > 0 && !characters[start - 1].isWhitespace { start -= 1 }
        cut(start..<cursor)
    }

    public mutating func cutToStart() { cut(0..<cursor) }
    public mutating func cutToEnd() { cut(cursor..<characters.count) }

    /// Puts back what was cut last.
    public mutating func yank() { insert(cut) }

    private mutating func cut(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        cut = String(characters[range])
        remove(range)
    }

    /// Removes characters; what stood at either side of them may then be one
    /// character, as the two letters of a flag are.
    private mutating func remove(_ range: Range<Int>) {
        let before = String(characters[..<range.lowerBound])
        characters = Array(before + String(characters[range.upperBound...]))
        cursor = min(before.count, characters.count)
    }

    private func wordStart(before position: Int) -> Int {
        var start = position
        while start > 0 && !isWord(characters[start - 1]) { start -= 1 }
        while start > 0 && isWord(characters[start - 1]) { start -= 1 }
        return start
    }

    private func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }
}
