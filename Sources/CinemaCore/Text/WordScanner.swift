internal import CUTF8Proc

/// Finds the words in folded scalars.
enum WordScanner {
    /// A word: the scalar ranges of its parts.
    struct Word {
        var parts: [Range<Int>]
    }

    static let longestWord = 64

    static func words(in scalars: [UInt32], limit: Int = .max) -> [Word] {
        var words: [Word] = []
        var parts: [Range<Int>] = []
        var start: Int?
        var index = 0
        while index < scalars.count && words.count < limit {
            let scalar = scalars[index]
            if isWordCharacter(scalar) {
                if start == nil { start = index }
            } else if let partStart = start {
                parts.append(partStart..<index)
                start = nil
                let joins =
                    isJoiner(scalar) && index + 1 < scalars.count
                    && isWordCharacter(scalars[index + 1])
                if !joins {
                    words.append(Word(parts: parts))
                    parts = []
                }
            }
            if scalar == 0x26 {
                // An ampersand stands alone as the word "and".
                if !parts.isEmpty {
                    words.append(Word(parts: parts))
                    parts = []
                }
                words.append(Word(parts: [index..<(index + 1)]))
            }
            index += 1
        }
        if let start { parts.append(start..<index) }
        if !parts.isEmpty && words.count < limit { words.append(Word(parts: parts)) }
        return words
    }

    /// The text of scalars; an ampersand alone is "and".
    static func text(_ scalars: ArraySlice<UInt32>) -> String {
        if scalars.count == 1, scalars.first == 0x26 { return "and" }
        let scalars = scalars.prefix(longestWord)
        // Exact, so that short words need no memory of their own.
        let length = scalars.reduce(0) {
            $0 + ($1 < 0x80 ? 1 : $1 < 0x800 ? 2 : $1 < 0x1_0000 ? 3 : 4)
        }
        return String(unsafeUninitializedCapacity: length) { bytes in
            var count = 0
            for value in scalars {
                if value < 0x80 {
                    bytes[count] = UInt8(truncatingIfNeeded: value)
                    count += 1
                } else if let scalar = Unicode.Scalar(value) {
                    for byte in scalar.utf8 {
                        bytes[count] = byte
                        count += 1
                    }
                }
            }
            return count
        }
    }

    private static func isJoiner(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2d, 0x2010, 0x2011, 0x27, 0x2018, 0x2019, 0x2bb, 0x2bc, 0x60, 0xb4, 0xb7, 0x2e,
            0x2c, 0x30fb:
            true
        default: false
        }
    }

    private static func isWordCharacter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return scalar >= 0x61 && scalar <= 0x7a || scalar >= 0x30 && scalar <= 0x39
                || scalar >= 0x41 && scalar <= 0x5a
        }
        // Unicode has the apostrophes of Hawaiʻi and of Ukrainian as letters.
        if scalar == 0x2bb || scalar == 0x2bc { return false }
        // Letters, marks that fold keeps (vowel signs), numbers: utf8proc_category_t.
        switch cutf8proc_category(Int32(truncatingIfNeeded: scalar)) {
        case 1...11: return true
        default: return false
        }
    }
}

extension FoldedWord {
    init(_ word: WordScanner.Word, in scalars: [UInt32]) {
        self.init(parts: word.parts.map { WordScanner.text(scalars[$0]) })
    }
}
