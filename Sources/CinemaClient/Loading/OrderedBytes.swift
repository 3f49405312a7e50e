// Numbers and texts as bytes whose order is theirs, so that a sort needs to
// know nothing of what it sorts.

extension ByteWriter {
    mutating func write(bigEndian value: UInt32) {
        withUnsafeBytes(of: value.bigEndian) { write(raw: $0) }
    }

    mutating func write(bigEndian value: UInt64) {
        withUnsafeBytes(of: value.bigEndian) { write(raw: $0) }
    }

    /// A text that ends where two zeros are; a zero within is followed by 255.
    mutating func write(ordered text: String) {
        var text = text
        text.withUTF8 { utf8 in
            if utf8.contains(0) {
                for byte in utf8 { write(raw: byte == 0 ? [0, 255] : [byte]) }
            } else {
                write(raw: utf8)
            }
        }
        write(raw: [0, 0])
    }

    /// A list of numbers, its length first.
    mutating func write(list: some Collection<some BinaryInteger>) {
        write(list.count)
        for number in list { write(number) }
    }
}

extension ByteReader {
    mutating func bigEndian32() throws(SQLiteError) -> UInt32 {
        UInt32(bigEndian: try raw(4).loadUnaligned(as: UInt32.self))
    }

    mutating func bigEndian64() throws(SQLiteError) -> UInt64 {
        UInt64(bigEndian: try raw(8).loadUnaligned(as: UInt64.self))
    }

    mutating func orderedText() throws(SQLiteError) -> String {
        let rest = self.rest
        var length = 0
        var hasZeros = false
        while true {
            guard length + 1 < rest.count else { throw .damagedRecord }
            if rest[length] != 0 {
                length += 1
            } else if rest[length + 1] == 0 {
                break
            } else {
                hasZeros = true
                length += 2
            }
        }
        let bytes = try raw(length)
        _ = try raw(2)
        guard hasZeros else { return String(decoding: bytes, as: UTF8.self) }
        // No 255 is in UTF-8, so each one is behind a zero.
        return String(decoding: bytes.filter { $0 != 255 }, as: UTF8.self)
    }

    /// A list of numbers as `ByteWriter.write(list:)` has it.
    mutating func list() throws(SQLiteError) -> [Int] {
        let count = try integer()
        var numbers: [Int] = []
        numbers.reserveCapacity(min(count, 64))
        for _ in 0..<count { numbers.append(try integer()) }
        return numbers
    }

    /// As a text is packed, without making one.
    mutating func textBytes() throws(SQLiteError) -> UnsafeRawBufferPointer {
        try raw(try integer())
    }
}
