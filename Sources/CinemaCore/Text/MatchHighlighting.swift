/// Where a text matches a query, for the reader's eye.
///
/// Folding changes lengths (æ is two letters, a mark is none), so every folded
/// scalar remembers the character that it came from.
public enum MatchHighlighting {
    /// The matched characters of `text` as ranges of character offsets, in
    /// order and apart. The same rules as the catalogue's: folded, whole words
    /// except the last, hyphenated words joined or split.
    public static func ranges(in text: String, matching query: SearchText) -> [Range<Int>] {
        guard !query.terms.isEmpty else { return [] }
        var scalars: [UInt32] = []
        /// The character of each scalar; empty where each is its own.
        var sources: [Int] = []
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) {
            scalars = TextFolding.foldedScalars(of: text)
        } else {
            for (offset, character) in text.enumerated() {
                for scalar in TextFolding.foldedScalars(of: String(character)) {
                    scalars.append(scalar)
                    sources.append(offset)
                }
            }
        }
        let words = WordScanner.words(in: scalars)
        var marked = IndexSetOfCharacters()
        for (index, term) in query.terms.enumerated() {
            let isPrefix = query.endsInPrefix && index == query.terms.count - 1
            for word in term.words {
                for candidate in words {
                    guard let match = match(word, in: candidate, scalars, isPrefix: isPrefix)
                    else { continue }
                    for range in match {
                        let last = range.upperBound - 1
                        marked.insert(
                            sources.isEmpty
                                ? range.lowerBound...last
                                : sources[range.lowerBound]...sources[last])
                    }
                }
            }
        }
        return marked.ranges
    }

    /// The scalar ranges of `candidate` that `word` matches, or nil.
    private static func match(
        _ word: FoldedWord, in candidate: WordScanner.Word, _ scalars: [UInt32], isPrefix: Bool
    ) -> [Range<Int>]? {
        if let whole = match(word.joined, over: candidate.parts, scalars, isPrefix: isPrefix) {
            return [whole]
        }
        var found: [Range<Int>] = []
        if candidate.parts.count > 1 || word.parts.count > 1 {
            for (index, part) in word.parts.enumerated() {
                let isLast = index == word.parts.count - 1
                for range in candidate.parts {
                    if let range = match(part, over: [range], scalars, isPrefix: isPrefix && isLast)
                    {
                        found.append(range)
                    }
                }
            }
        }
        return found.isEmpty ? nil : found
    }

    /// Matches text against parts read as one; the range from the first to the
    /// last matched scalar, joiners between them included.
    private static func match(
        _ text: String, over parts: [Range<Int>], _ scalars: [UInt32], isPrefix: Bool
    ) -> Range<Int>? {
        if text == "and", parts.count == 1, parts[0].count == 1,
            scalars[parts[0].lowerBound] == 0x26
        {
            return parts[0]
        }
        var wanted = text.unicodeScalars.makeIterator()
        var next = wanted.next()
        var end = parts[0].lowerBound
        for part in parts {
            for index in part {
                guard let scalar = next else {
                    return isPrefix ? parts[0].lowerBound..<end : nil
                }
                if scalars[index] != scalar.value { return nil }
                end = index + 1
                next = wanted.next()
            }
        }
        return next == nil ? parts[0].lowerBound..<end : nil
    }
}

/// Character offsets, kept as ranges that neither touch nor overlap.
private struct IndexSetOfCharacters {
    private(set) var ranges: [Range<Int>] = []

    mutating func insert(_ closed: ClosedRange<Int>) {
        var range = closed.lowerBound..<(closed.upperBound + 1)
        ranges.removeAll { other in
            guard other.lowerBound <= range.upperBound, range.lowerBound <= other.upperBound
            else { return false }
            range =
                min(range.lowerBound, other.lowerBound)..<max(range.upperBound, other.upperBound)
            return true
        }
        let place = ranges.firstIndex { $0.lowerBound > range.lowerBound } ?? ranges.count
        ranges.insert(range, at: place)
    }
}
