/// Reads what `ByteWriter` packed.
///
/// The bytes may come from a damaged file: whatever does not fit is an error,
/// never a trap.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// `bytes` must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position >= bytes.count }

    /// What was not read yet.
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[position...]) }

    mutating func number() throws(SQLiteError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
            guard shift < 64 else { break }
        }
        throw .damagedRecord
    }

    mutating func integer() throws(SQLiteError) -> Int { Int(clamping: try number()) }

    mutating func optionalInteger() throws(SQLiteError) -> Int? {
        let value = try integer()
        return value == 0 ? nil : value - 1
    }

    mutating func raw(_ count: Int) throws(SQLiteError) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= bytes.count - position else { throw .damagedRecord }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
    }

    mutating func text() throws(SQLiteError) -> String {
        String(decoding: try raw(try integer()), as: UTF8.self)
    }

    mutating func optionalText() throws(SQLiteError) -> String? {
        try number() == 0 ? nil : try text()
    }
}

extension SQLiteError {
    /// A record that cannot be read: the file is damaged where SQLite does
    /// not look.
    static let damagedRecord = SQLiteError(.corrupt, message: "a record is damaged")
}
