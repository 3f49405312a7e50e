internal import Glibc

/// Different words, numbered from 0 as they come: their bytes in one block.
struct WordTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// One more than the number of the word, 0 where there is none; a word is
    /// at the place of its hash or behind it.
    private var slots = [UInt32](repeating: 0, count: 256)

    var count: Int { ends.count }

    mutating func number(_ word: String) -> UInt32 {
        var word = word
        return word.withUTF8 { number(UnsafeRawBufferPointer($0)) }
    }

    mutating func number(_ word: UnsafeRawBufferPointer) -> UInt32 {
        if (count + 1) * 2 > slots.count { grow() }
        var place = Int(truncatingIfNeeded: ByteHash.hash(word)) & (slots.count - 1)
        while slots[place] != 0 {
            if isEqual(Int(slots[place]) - 1, word) { return slots[place] - 1 }
            place = (place + 1) & (slots.count - 1)
        }
        slots[place] = UInt32(count + 1)
        bytes.append(contentsOf: word)
        ends.append(bytes.count)
        return UInt32(count - 1)
    }

    /// Lets go what only numbering needs.
    mutating func close() { slots = [] }

    private func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }

    func withWord<Result>(_ number: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let range = range(number)
        return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    func text(_ number: Int) -> String { withWord(number) { String(decoding: $0, as: UTF8.self) } }

    /// The numbers in the order of the words.
    func order() -> [UInt32] {
        var numbers = (0..<UInt32(count)).map { $0 }
        bytes.withUnsafeBytes { bytes in
            numbers.sort { left, right in
                UnsafeRawBufferPointer(rebasing: bytes[range(Int(left))])
                    .order(before: UnsafeRawBufferPointer(rebasing: bytes[range(Int(right))])) < 0
            }
        }
        return numbers
    }

    private func isEqual(_ number: Int, _ word: UnsafeRawBufferPointer) -> Bool {
        let range = range(number)
        guard range.count == word.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            guard let stored = bytes.baseAddress, let given = word.baseAddress else { return true }
            return memcmp(stored + range.lowerBound, given, word.count) == 0
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            var place =
                withWord(number) { Int(truncatingIfNeeded: ByteHash.hash($0)) } & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = UInt32(number + 1)
        }
    }
}
