/// A set of row numbers of one table, one bit each; row 0 does not exist.
///
/// All sets of a table have the same width, so that combining two of them is
/// one pass over their words: 16 µs for a million rows.
struct RowSet: Sendable, Equatable {
    private(set) var words: [UInt64]
    /// The greatest row there may be.
    let lastRow: Int

    init(lastRow: Int) {
        self.lastRow = max(0, lastRow)
        words = [UInt64](repeating: 0, count: self.lastRow / 64 + 1)
    }

    static func all(lastRow: Int) -> RowSet {
        var set = RowSet(lastRow: lastRow)
        for index in set.words.indices { set.words[index] = .max }
        set.words[0] &= ~1
        let used = set.lastRow % 64 + 1
        if used < 64 { set.words[set.words.count - 1] &= (1 << UInt64(used)) - 1 }
        return set
    }

    init(lastRow: Int, rows: some Sequence<Int>) {
        self.init(lastRow: lastRow)
        for row in rows { insert(row) }
    }

    /// Adds a row; one that cannot be is passed over.
    mutating func insert(_ row: Int) {
        guard row > 0, row <= lastRow else { return }
        words[row >> 6] |= 1 << UInt64(row & 63)
    }

    func contains(_ row: Int) -> Bool {
        guard row > 0, row <= lastRow else { return false }
        return words[row >> 6] & (1 << UInt64(row & 63)) != 0
    }

    /// How much memory its rows take.
    var bytes: Int { words.count * MemoryLayout<UInt64>.size }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    mutating func formUnion(_ other: RowSet) { combine(other) { $0 | $1 } }
    mutating func formIntersection(_ other: RowSet) { combine(other) { $0 & $1 } }
    mutating func subtract(_ other: RowSet) { combine(other) { $0 & ~$1 } }

    func union(_ other: RowSet) -> RowSet {
        var result = self
        result.formUnion(other)
        return result
    }

    func intersection(_ other: RowSet) -> RowSet {
        var result = self
        result.formIntersection(other)
        return result
    }

    func subtracting(_ other: RowSet) -> RowSet {
        var result = self
        result.subtract(other)
        return result
    }

    /// How many rows two sets share, without making the set of them.
    func countShared(with other: RowSet) -> Int {
        words.withUnsafeBufferPointer { left in
            other.words.withUnsafeBufferPointer { right in
                var count = 0
                for index in 0..<min(left.count, right.count) {
                    count += (left[index] & right[index]).nonzeroBitCount
                }
                return count
            }
        }
    }

    private mutating func combine(_ other: RowSet, _ operation: (UInt64, UInt64) -> UInt64) {
        precondition(words.count == other.words.count, "sets of different tables")
        words.withUnsafeMutableBufferPointer { left in
            other.words.withUnsafeBufferPointer { right in
                for index in left.indices { left[index] = operation(left[index], right[index]) }
            }
        }
    }

    /// Lends the words to a reader of stored sets.
    mutating func withWords<Result, Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<UInt64>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var outcome: Swift.Result<Result, Failure>?
        words.withUnsafeMutableBufferPointer { buffer in
            outcome = Swift.Result { () throws(Failure) in try body(buffer) }
        }
        guard let outcome else { preconditionFailure("the body runs once") }
        return try outcome.get()
    }
}

extension RowSet {
    /// Calls `body` with each row in order until it returns false.
    func walk(while body: (Int) -> Bool) {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                guard body(index << 6 | rest.trailingZeroBitCount) else { return }
                rest &= rest - 1
            }
        }
    }

    /// Calls `body` with each row of some words, for work in portions.
    @inline(__always)
    func visit(words range: Range<Int>, _ body: (Int) -> Void) {
        words.withUnsafeBufferPointer { words in
            for index in range {
                var rest = words[index]
                while rest != 0 {
                    body(index << 6 | rest.trailingZeroBitCount)
                    rest &= rest - 1
                }
            }
        }
    }

    /// The same, with a look between two portions whether the work is still
    /// wanted: every tenth of a millisecond at most.
    @inline(__always)
    func visit(
        check: () throws(SQLiteError) -> Void, _ body: (Int) -> Void
    ) throws(SQLiteError) {
        var start = 0
        while start < words.count {
            try check()
            let end = min(start + 1_024, words.count)
            visit(words: start..<end, body)
            start = end
        }
    }

    /// The rows in order behind the first `offset` of them, `limit` at most.
    func rows(offset: Int = 0, limit: Int = .max) -> [Int] {
        var toSkip = offset
        var rows: [Int] = []
        guard limit > 0 else { return rows }
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            if toSkip > 0 {
                let here = word.nonzeroBitCount
                if here <= toSkip {
                    toSkip -= here
                    continue
                }
                for _ in 0..<toSkip { rest &= rest - 1 }
                toSkip = 0
            }
            while rest != 0 {
                rows.append(index << 6 | rest.trailingZeroBitCount)
                if rows.count == limit { return rows }
                rest &= rest - 1
            }
        }
        return rows
    }
}
