import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Sets of rows that come one by one")
struct PostingEncoderTests {
    /// The stored form made from all rows at once.
    private static func encoded(_ rows: [UInt32]) -> [UInt8] {
        var gaps = ByteWriter()
        gaps.write(raw: [Posting.gaps])
        for (row, before) in zip(rows, [0] + rows) { gaps.write(row - before) }
        var bits = [UInt8](repeating: 0, count: Int(rows.last ?? 0) / 8 + 2)
        bits[0] = Posting.bits
        for row in rows { bits[1 + Int(row >> 3)] |= 1 << UInt8(row & 7) }
        return bits.count < gaps.bytes.count ? bits : gaps.bytes
    }

    @Test("are stored as whole sets are, whichever form is shorter", arguments: [1, 2, 5, 40, 900])
    func forms(gap: Int) {
        var random = SeededGenerator(seed: UInt64(gap))
        for last in [1, 63, 64, 1_000, 20_000] {
            var encoder = PostingEncoder(lastRow: last)
            var rows: [UInt32] = []
            var row = 0
            while true {
                row += random.number(1...gap)
                guard row <= last else { break }
                rows.append(UInt32(row))
                encoder.add(UInt32(row))
            }
            #expect(encoder.count == rows.count)
            #expect(encoder.finish() == Self.encoded(rows), "up to \(last)")
        }
    }

    @Test("each row once, and the next set begins with nothing")
    func again() {
        var encoder = PostingEncoder(lastRow: 10)
        for row: UInt32 in [2, 2, 5, 5, 10] { encoder.add(row) }
        #expect(encoder.count == 3)
        #expect(encoder.finish() == Self.encoded([2, 5, 10]))
        #expect(encoder.finish() == Self.encoded([]))
    }

    @Test("unions are of texts that begin alike, if they are enough")
    func unions() throws {
        var unions = PrefixUnions(lengths: 1...2, fewest: 2, lastRow: 100)
        var stored: [String: [UInt8]] = [:]
        func store(_ prefix: [UInt8], _ rows: [UInt8]) {
            stored[String(decoding: prefix, as: UTF8.self)] = rows
        }
        let texts: [(String, [UInt32])] = [
            ("a", [1]), ("ab", [2, 90]), ("abc", [3]), ("ac", [2]), ("ё", [7]), ("ёж", [8]),
            ("ёл", [9]), ("ёлка", [7]),
        ]
        for (text, rows) in texts {
            var text = text
            try text.withUTF8 { try unions.begin(UnsafeRawBufferPointer($0), store) }
            for row in rows { unions.add(row) }
        }
        try unions.end(store)
        #expect(Set(stored.keys) == ["a", "ab", "ё", "ёл"])
        #expect(stored["a"] == Self.encoded([1, 2, 3, 90]))
        #expect(stored["ab"] == Self.encoded([2, 3, 90]))
        #expect(stored["ё"] == Self.encoded([7, 8, 9]))
    }
}
