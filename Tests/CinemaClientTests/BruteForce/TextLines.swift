import CinemaCore
import Glibc

/// Texts one after the other, to be searched as grep searches a file.
///
/// A record is what belongs together: the title of a film, the names of its
/// people. Each text of a record is a line of words apart by blanks; a text
/// with a hyphenated or apostrophed word is a line with its parts apart, and
/// one with its parts joined.
struct TextLines: Sendable {
    /// The records that a search finds.
    struct Hits: Sendable {
        /// Their numbers, ascending.
        var numbers: [Int] = []
        /// Whether it finds the record of a number.
        var isHit: [Bool]
    }

    /// The lines, and the zero that ends them.
    private var bytes: [CChar] = [0]
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func add(_ lines: [String]) {
        bytes.removeLast()
        for line in lines {
            bytes.append(contentsOf: "\n \(line) ".utf8.map { CChar(bitPattern: $0) })
        }
        bytes += [0x0a, 0]
        ends.append(bytes.count - 1)
    }

    /// The lines of a text: split, and joined where that is another one.
    static func lines(_ words: [FoldedWord]) -> [String] {
        guard !words.isEmpty else { return [] }
        let split = words.flatMap(\.parts).joined(separator: " ")
        let joined = words.map(\.joined).joined(separator: " ")
        return split == joined ? [split] : [split, joined]
    }

    /// A word is there joined, or as its parts in sequence; a phrase as all
    /// its words in sequence, split or joined.
    func having(_ term: SearchText.Term, isPrefix: Bool = false) -> Hits {
        let wanted: [String] =
            switch term {
            case .word(let word): Array(Set([word.joined, word.parts.joined(separator: " ")]))
            case .phrase(let words): Self.lines(words)
            }
        return search(wanted.map { isPrefix ? " \($0)" : " \($0) " })
    }

    /// The records with a line that begins with a text.
    func beginning(with words: [FoldedWord], isPrefix: Bool) -> Hits {
        search(Self.lines(words).map { isPrefix ? "\n \($0)" : "\n \($0) " })
    }

    /// The records with a line that is a text.
    func equal(to words: [FoldedWord]) -> Hits { search(Self.lines(words).map { "\n \($0) \n" }) }

    func equal(to line: String) -> Hits { search(["\n \(line) \n"]) }

    func containing(_ text: String) -> Hits { search([text]) }

    /// The records with any of the texts in them.
    private func search(_ patterns: [String]) -> Hits {
        var hits = Hits(isHit: Array(repeating: false, count: count))
        for pattern in patterns { mark(pattern, &hits) }
        if patterns.count > 1 { hits.numbers = hits.isHit.indices.filter { hits.isHit[$0] } }
        return hits
    }

    private func mark(_ pattern: String, _ hits: inout Hits) {
        // No text has a zero, which ends what strstr(3) looks at.
        guard !pattern.utf8.contains(0) else { return }
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var start = 0
            while let found = strstr(base + start, pattern) {
                let number = record(at: UnsafePointer(found) - base)
                hits.numbers.append(number)
                hits.isHit[number] = true
                start = ends[number]
            }
        }
    }

    private func record(at position: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] <= position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
