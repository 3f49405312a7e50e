/// The rows of words or texts that begin alike, gathered as they come in
/// order: one open set of rows for each length of a beginning.
struct PrefixUnions {
    /// Texts with one beginning.
    private struct Group {
        var prefix: [UInt8]
        var texts = 0
    }

    private let lengths: ClosedRange<Int>
    private let fewest: Int
    private var groups: [Group?]
    private var rows: [GatheredRows]
    private let lastRow: Int

    /// - Parameters:
    ///   - lengths: How many letters the beginnings have.
    ///   - fewest: As many texts make a union; fewer are gathered as quickly
    ///     when they are asked for.
    init(lengths: ClosedRange<Int>, fewest: Int, lastRow: Int) {
        self.lengths = lengths
        self.fewest = fewest
        self.lastRow = lastRow
        groups = Array(repeating: nil, count: lengths.count)
        rows = Array(repeating: GatheredRows(lastRow: lastRow), count: lengths.count)
    }

    /// Goes on to the next text; `store` gets the unions that are whole.
    mutating func begin(
        _ text: UnsafeRawBufferPointer,
        _ store: ([UInt8], [UInt8]) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        for (place, length) in lengths.enumerated() {
            if let group = groups[place], text.starts(with: group.prefix) {
                groups[place]?.texts += 1
                continue
            }
            try end(place, store)
            groups[place] = Self.prefix(text, length).map { Group(prefix: $0, texts: 1) }
        }
    }

    /// Adds a row of the text that was begun.
    mutating func add(_ row: UInt32) {
        for place in groups.indices where groups[place] != nil { rows[place].insert(Int(row)) }
    }

    mutating func end(
        _ store: ([UInt8], [UInt8]) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        for place in groups.indices { try end(place, store) }
    }

    private mutating func end(
        _ place: Int, _ store: ([UInt8], [UInt8]) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        guard let group = groups[place] else { return }
        groups[place] = nil
        guard group.texts >= fewest else { return rows[place].removeAll() }
        var encoder = PostingEncoder(lastRow: lastRow)
        rows[place].takeAll { encoder.add(UInt32($0)) }
        try store(group.prefix, encoder.finish())
    }

    /// The bytes of the first letters; nil if there are fewer.
    private static func prefix(_ text: UnsafeRawBufferPointer, _ length: Int) -> [UInt8]? {
        var letters = 0
        for (place, byte) in text.enumerated() where byte & 0xc0 != 0x80 {
            if letters == length { return Array(text[..<place]) }
            letters += 1
        }
        return letters == length ? Array(text) : nil
    }
}

/// A set of rows that is emptied at the price of what is in it, not of what
/// could be.
private struct GatheredRows {
    private var words: [UInt64]
    /// The words that are not zero, one bit each.
    private var used: [UInt64]

    init(lastRow: Int) {
        words = Array(repeating: 0, count: lastRow / 64 + 1)
        used = Array(repeating: 0, count: lastRow / 4_096 + 1)
    }

    mutating func insert(_ row: Int) {
        words[row >> 6] |= 1 << UInt64(row & 63)
        used[row >> 12] |= 1 << UInt64((row >> 6) & 63)
    }

    mutating func removeAll() { takeAll { _ in } }

    /// Empties the set, telling its rows in order.
    mutating func takeAll(_ body: (Int) -> Void) {
        for place in used.indices where used[place] != 0 {
            var rest = used[place]
            used[place] = 0
            while rest != 0 {
                let word = place << 6 | rest.trailingZeroBitCount
                rest &= rest - 1
                var bits = words[word]
                words[word] = 0
                while bits != 0 {
                    body(word << 6 | bits.trailingZeroBitCount)
                    bits &= bits - 1
                }
            }
        }
    }
}
