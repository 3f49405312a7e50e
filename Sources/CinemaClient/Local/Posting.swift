/// How a set of rows is stored: the gaps between them, or one bit a row,
/// whichever is shorter.
///
/// The first byte tells the form (0: gaps as `ByteWriter` numbers, 1: bits,
/// least first). Read, a set is added to a `RowSet`: some 2 ns a gap.
enum Posting {
    static let gaps: UInt8 = 0
    static let bits: UInt8 = 1

    /// Adds stored rows to a set. Rows that its table does not have mean that
    /// the file is damaged.
    static func add(_ bytes: UnsafeRawBufferPointer, to set: inout RowSet) throws(SQLiteError) {
        guard let form = bytes.first else { throw .damagedRecord }
        let content = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
        let lastRow = set.lastRow
        try set.withWords { (words) throws(SQLiteError) in
            switch form {
            case gaps: try addGaps(content, to: words, lastRow: lastRow)
            case bits: try addBits(content, to: words, lastRow: lastRow)
            default: throw .damagedRecord
            }
        }
    }

    private static func addGaps(
        _ bytes: UnsafeRawBufferPointer, to words: UnsafeMutableBufferPointer<UInt64>, lastRow: Int
    ) throws(SQLiteError) {
        var row = 0
        var position = 0
        while position < bytes.count {
            var gap = Int(bytes[position])
            position += 1
            if gap >= 0x80 {
                gap &= 0x7f
                var shift = 7
                while true {
                    guard position < bytes.count, shift < 35 else { throw .damagedRecord }
                    let byte = bytes[position]
                    position += 1
                    gap |= Int(byte & 0x7f) << shift
                    if byte < 0x80 { break }
                    shift += 7
                }
            }
            row += gap
            guard row > 0, row <= lastRow else { throw .damagedRecord }
            words[row >> 6] |= 1 << UInt64(row & 63)
        }
    }

    private static func addBits(
        _ bytes: UnsafeRawBufferPointer, to words: UnsafeMutableBufferPointer<UInt64>, lastRow: Int
    ) throws(SQLiteError) {
        guard bytes.count <= lastRow / 8 + 1 else { throw .damagedRecord }
        if let last = bytes.last, bytes.count == lastRow / 8 + 1 {
            guard Int(last) >> (lastRow % 8 + 1) == 0 else { throw .damagedRecord }
        }
        let whole = bytes.count / 8
        for index in 0..<whole {
            words[index] |= UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        for index in (whole * 8)..<bytes.count {
            words[index >> 3] |= UInt64(bytes[index]) << UInt64((index & 7) * 8)
        }
    }
}
