internal import CinemaCore
internal import Glibc

/// Looks for words in sequence in titles of plain letters, without making
/// strings of them: a twentieth of what folding a title costs.
///
/// Plain are ASCII letters and digits, the letters of the Russian alphabet,
/// blanks, and the commonest signs behind a word. Any other title, most of
/// all one with words of several parts, is for `FoldedTitle.contains`, which
/// this agrees with.
struct PlainTitleMatcher {
    /// Folded words with a blank before each, and one behind the last unless
    /// that may be the beginning of a word.
    private let needles: [[UInt8]]
    private var folded: [UInt8] = []

    /// Longer titles may have more words than folding looks at, and longer words
    /// are cut.
    private static let longestTitle = 1_000
    private static let longestWord = 64

    init(_ wanted: FoldedTitle, isPrefix: Bool) {
        needles = wanted.texts.map { [UInt8]((" " + $0 + (isPrefix ? "" : " ")).utf8) }
    }

    /// Whether the words stand in a title of UTF-8; nil where it is not plain.
    mutating func isIn(_ title: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard title.count <= Self.longestTitle, fold(title) else { return nil }
        return folded.withUnsafeBytes { folded in
            needles.contains { needle in
                needle.withUnsafeBytes { Self.contains(folded, $0) }
            }
        }
    }

    private static func contains(
        _ text: UnsafeRawBufferPointer, _ needle: UnsafeRawBufferPointer
    ) -> Bool {
        guard let start = text.baseAddress, let first = needle.baseAddress,
            needle.count <= text.count
        else { return false }
        for place in 0...(text.count - needle.count) where text[place] == 0x20 {
            if memcmp(start + place, first, needle.count) == 0 { return true }
        }
        return false
    }

    /// Puts the folded words into `folded`, each between blanks; false where
    /// the title is not plain.
    private mutating func fold(_ title: UnsafeBufferPointer<UInt8>) -> Bool {
        folded.removeAll(keepingCapacity: true)
        folded.append(0x20)
        var wordStart = 1
        var place = 0
        while place < title.count {
            let byte = title[place]
            place += 1
            switch byte {
            case 0x61...0x7a, 0x30...0x39: folded.append(byte)
            case 0x41...0x5a: folded.append(byte | 0x20)
            case 0xd0, 0xd1:
                guard place < title.count, let letter = Self.russian(byte, title[place]) else {
                    return false
                }
                place += 1
                folded.append(letter.0)
                folded.append(letter.1)
            case 0x20, 0x21, 0x2c, 0x3a, 0x3f:
                // A sign ends a word only where a blank or nothing follows.
                if byte != 0x20, place < title.count, title[place] != 0x20 { return false }
                if folded.count > wordStart { folded.append(0x20) }
                wordStart = folded.count
            default: return false
            }
            if folded.count - wordStart > Self.longestWord { return false }
        }
        if folded.count > wordStart { folded.append(0x20) }
        return true
    }

    /// А…Я and а…я without case, й as и and ё as е; nil for any other letter.
    private static func russian(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
        guard second & 0xc0 == 0x80 else { return nil }
        var letter = UInt16(first & 0x1f) << 6 | UInt16(second & 0x3f)
        if letter == 0x401 || letter == 0x451 { letter = 0x435 }
        if (0x410...0x42f).contains(letter) { letter += 0x20 }
        guard (0x430...0x44f).contains(letter) else { return nil }
        if letter == 0x439 { letter = 0x438 }
        return (UInt8(0xc0 | letter >> 6), UInt8(0x80 | letter & 0x3f))
    }
}
