import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Sets of rows")
struct RowSetTests {
    @Test("all rows, whatever the width", arguments: [0, 1, 62, 63, 64, 127, 128, 1_000])
    func all(lastRow: Int) {
        let set = RowSet.all(lastRow: lastRow)
        #expect(set.count == lastRow)
        #expect(set.rows() == Array(1..<(lastRow + 1)))
        #expect(!set.contains(0) && !set.contains(lastRow + 1))
    }

    @Test("rows that cannot be are passed over")
    func bounds() {
        let set = RowSet(lastRow: 10, rows: [-1, 0, 3, 10, 11, .max])
        #expect(set.rows() == [3, 10])
    }

    @Test("slices skip and stop", arguments: [(0, 3), (2, 4), (9, 5), (20, 1), (0, 0)])
    func slices(offset: Int, limit: Int) {
        let rows = stride(from: 1, to: 500, by: 37).map { $0 }
        let set = RowSet(lastRow: 500, rows: rows)
        #expect(
            set.rows(offset: offset, limit: limit) == Array(rows.dropFirst(offset).prefix(limit)))
    }

    @Test("stored and read back, sparse and dense", arguments: [1, 2, 5, 9, 100])
    func stored(oneIn: Int) throws {
        var random = SeededGenerator(seed: 1)
        let rows = (1...2_000).filter { _ in random.oneIn(oneIn) }
        var encoder = PostingEncoder(lastRow: 2_000)
        for row in rows { encoder.add(UInt32(row)) }
        let bytes = encoder.finish()
        #expect(bytes.count <= 2_000 / 8 + 2)
        var set = RowSet(lastRow: 2_000)
        try bytes.withUnsafeBytes { try Posting.add($0, to: &set) }
        #expect(set.rows() == rows)
    }

    @Test(
        "damaged bytes are an error, never a trap",
        arguments: [
            [], [7], [0, 0x80], [0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0, 0], [0, 11],
            [1, 0, 0, 0], [1, 0, 0xff],
        ] as [[UInt8]])
    func damaged(bytes: [UInt8]) {
        var set = RowSet(lastRow: 10)
        #expect(throws: SQLiteError.self) {
            try bytes.withUnsafeBytes { try Posting.add($0, to: &set) }
        }
    }

    @Test(
        "identifiers come back as they were",
        arguments: [
            "a3a3f279-1f6b-5036-93c9-9300175eab4c", "A3A3F279-1F6B-5036-93C9-9300175EAB4C",
            "tt0068646",
            "", "g3a3f279-1f6b-5036-93c9-9300175eab4c", "a3a3f27901f6b05036093c909300175eab4c0",
        ])
    func identifiers(text: String) throws {
        var writer = ByteWriter()
        StoredIdentifier.write(text, to: &writer)
        let read = try writer.bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            return try StoredIdentifier.read(&reader)
        }
        #expect(read == text)
        let isShort = if case .blob = StoredIdentifier.value(text) { true } else { false }
        #expect(isShort == text.hasPrefix("a3a3f279-"))
    }
}
