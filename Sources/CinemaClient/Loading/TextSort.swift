/// Texts with the rows that have them, in the order of texts and rows.
struct TextSort {
    private let sort: ExternalSort
    private var writer = ByteWriter()

    init(_ space: SortSpace, bufferSize: Int) {
        sort = ExternalSort(space, bufferSize: bufferSize)
    }

    var count: Int { sort.count }

    func close() throws(SQLiteError) { try sort.close() }

    mutating func add(_ text: String, row: Int) throws(SQLiteError) {
        writer.removeAll()
        writer.write(ordered: text)
        writer.write(bigEndian: UInt32(row))
        try sort.add(Self.key(text), writer.bytes)
    }

    /// The first eight bytes, which order most texts.
    private static func key(_ text: String) -> UInt64 {
        var key: UInt64 = 0
        var count = 0
        for byte in text.utf8.prefix(8) {
            key = key << 8 | UInt64(byte)
            count += 1
        }
        return count == 0 ? 0 : key << UInt64(8 * (8 - count))
    }

    /// Calls `body` with every text, as it is stored and as bytes, and its row.
    func visit(
        _ body: (UnsafeBufferPointer<UInt8>, UInt32) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let records = try sort.sorted()
        while try records.next() {
            let payload = records.payload
            var reader = ByteReader(payload)
            // Folded text has no zeros, but who knows.
            let plain = payload.dropLast(6)
            if plain.contains(0) {
                let text = Array(try reader.orderedText().utf8)
                let row = try reader.bigEndian32()
                let outcome = text.withUnsafeBufferPointer { text in
                    Result { () throws(SQLiteError) in try body(text, row) }
                }
                try outcome.get()
            } else {
                _ = try reader.raw(plain.count + 2)
                let row = try reader.bigEndian32()
                try body(
                    UnsafeBufferPointer(
                        start: payload.baseAddress?.assumingMemoryBound(to: UInt8.self),
                        count: plain.count), row)
            }
        }
    }
}
