internal import CUTF8Proc

/// Folds text for matching: case, accents, ё/е and й/и, ligatures,
/// compatibility forms and letters that Unicode does not decompose (ø ł đ æ …).
///
/// Titles, names and queries go through the same folding, so what is written
/// differently is found all the same. Rules beyond Unicode's: `&` is the word
/// "and"; hyphens, apostrophes, middle dots, and full stops and commas inside
/// a word join its parts.
public enum TextFolding {
    /// The words of a text, at most `limit` of them. A word keeps its first 64
    /// characters.
    public static func words(in text: String, limit: Int = 1024) -> [FoldedWord] {
        let scalars = foldedScalars(of: text)
        return WordScanner.words(in: scalars, limit: limit).map { FoldedWord($0, in: scalars) }
    }

    /// The folded text of each word, joined by single spaces: what text is
    /// compared by where only letters and digits count.
    public static func normalized(_ text: String) -> String {
        words(in: text).map(\.joined).joined(separator: " ")
    }

    /// What two titles share if they are the same title: the words without a
    /// leading article, and without anything between them.
    public static func titleKey(_ words: some Collection<FoldedWord>) -> String {
        var key = ""
        for word in withoutLeadingArticle(words) { key += word.joined }
        return key
    }

    /// The words without a leading "the", "a" or "an", unless nothing else is there.
    public static func withoutLeadingArticle<Words: Collection<FoldedWord>>(
        _ words: Words
    ) -> Words.SubSequence {
        guard words.count > 1, let first = words.first, isArticle(first) else { return words[...] }
        return words.dropFirst()
    }

    public static func isArticle(_ word: FoldedWord) -> Bool {
        word.joined == "the" || word.joined == "a" || word.joined == "an"
    }

    /// Scalars after folding; what separates words is kept.
    static func foldedScalars(of text: String) -> [UInt32] {
        var text = text
        let ascii: [UInt32]? = text.withUTF8 { bytes in
            var scalars: [UInt32] = []
            scalars.reserveCapacity(bytes.count)
            for byte in bytes {
                if byte >= 0x80 { return nil }
                scalars.append(
                    UInt32(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte))
            }
            return scalars
        }
        if let ascii { return ascii }
        var spaced = text
        if text.unicodeScalars.contains(where: { isVulgarFraction($0.value) }) {
            // 8½ is "8 1/2", not "81/2".
            spaced = ""
            for scalar in text.unicodeScalars {
                if isVulgarFraction(scalar.value) { spaced.unicodeScalars.append(" ") }
                spaced.unicodeScalars.append(scalar)
            }
        }
        var result: [UInt32] = []
        for scalar in decomposed(&spaced) {
            if let replacement = letters[scalar] {
                result.append(contentsOf: replacement)
            } else {
                result.append(scalar)
            }
        }
        return result
    }

    private static func decomposed(_ text: inout String) -> [UInt32] {
        text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return [] }
            var capacity = bytes.count + 16
            while true {
                var needed = 0
                let buffer = [Int32](unsafeUninitializedCapacity: capacity) { buffer, count in
                    needed = cutf8proc_fold(base, bytes.count, buffer.baseAddress, capacity)
                    count = max(0, min(needed, capacity))
                }
                if needed <= capacity { return buffer.map { UInt32(bitPattern: $0) } }
                capacity = needed
            }
        }
    }

    private static func isVulgarFraction(_ value: UInt32) -> Bool {
        (0xbc...0xbe).contains(value) || (0x2150...0x215e).contains(value) || value == 0x2189
    }

    /// Letters without a decomposition, and the Latin letters that stand for
    /// them when they are typed without.
    private static let letters: [UInt32: [UInt32]] = {
        let table: [(Unicode.Scalar, String)] = [
            ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("æ", "ae"),
            ("œ", "oe"), ("ı", "i"), ("ħ", "h"), ("ŧ", "t"), ("ŋ", "n"), ("ĸ", "k"),
            ("ə", "e"), ("ɛ", "e"), ("ɔ", "o"), ("ƒ", "f"), ("ɓ", "b"), ("ɗ", "d"),
            ("ƙ", "k"), ("ґ", "г"), ("ӏ", "l"), ("ς", "σ"),
        ]
        var letters: [UInt32: [UInt32]] = [:]
        for (letter, replacement) in table {
            letters[letter.value] = replacement.unicodeScalars.map(\.value)
        }
        return letters
    }()
}
