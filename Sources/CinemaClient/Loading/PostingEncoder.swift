/// Stores a set of rows that come one by one, in the form of `Posting`.
///
/// Needs as much memory as the shorter of its two forms.
struct PostingEncoder {
    /// The gaps, behind the byte that says so.
    private var gaps = ByteWriter()
    /// One bit a row, once that is certain to be shorter.
    private var bits: [UInt8] = []
    private let lastRow: UInt32
    private var last: UInt32 = 0

    /// How many rows there are.
    private(set) var count = 0

    /// - Parameter lastRow: The greatest row there may be.
    init(lastRow: Int) {
        self.lastRow = UInt32(clamping: lastRow)
        gaps.write(raw: CollectionOfOne(Posting.gaps))
    }

    /// Adds a row; those that are not greater than the last one are passed
    /// over.
    mutating func add(_ row: UInt32) {
        guard row > last, row <= lastRow else { return }
        count += 1
        if bits.isEmpty {
            gaps.write(row - last)
            if gaps.bytes.count > Int(lastRow) / 8 + 2 { bits = bits(rows: Int(lastRow)) }
        } else {
            bits[1 + Int(row >> 3)] |= 1 << UInt8(row & 7)
        }
        last = row
    }

    /// The stored form; nothing is left to be encoded.
    mutating func finish() -> [UInt8] {
        defer { removeAll() }
        let bitCount = Int(last) / 8 + 2
        if !bits.isEmpty { return Array(bits[..<bitCount]) }
        return bitCount < gaps.bytes.count ? bits(rows: Int(last)) : gaps.bytes
    }

    private mutating func removeAll() {
        gaps.removeAll()
        gaps.write(raw: CollectionOfOne(Posting.gaps))
        bits = []
        last = 0
        count = 0
    }

    /// The rows so far, as bits.
    private func bits(rows: Int) -> [UInt8] {
        var bits = [UInt8](repeating: 0, count: rows / 8 + 2)
        bits[0] = Posting.bits
        var row = 0
        var gap = 0
        var shift = 0
        for byte in gaps.bytes.dropFirst() {
            gap |= Int(byte & 0x7f) << shift
            shift += 7
            guard byte < 0x80 else { continue }
            row += gap
            bits[1 + row >> 3] |= 1 << UInt8(row & 7)
            gap = 0
            shift = 0
        }
        return bits
    }
}
