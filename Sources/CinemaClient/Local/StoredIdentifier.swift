/// How identifiers are stored: a UUID in its usual form as 16 bytes, any
/// other text as it is.
enum StoredIdentifier {
    static func value(_ text: String) -> SQLiteValue {
        if let bytes = uuid(text) { return .blob(bytes) }
        return .text(text)
    }

    static func text(_ statement: borrowing Statement, _ column: Int) -> String {
        switch statement.value(column) {
        case .blob(let bytes): text(bytes)
        case .text(let text): text
        default: ""
        }
    }

    static func write(_ text: String, to writer: inout ByteWriter) {
        if let bytes = uuid(text) {
            writer.write(0)
            writer.write(raw: bytes)
        } else {
            writer.write(text.utf8.count + 1)
            writer.write(raw: text.utf8)
        }
    }

    static func read(_ reader: inout ByteReader) throws(SQLiteError) -> String {
        let length = try reader.integer()
        if length == 0 { return text(try reader.raw(16)) }
        return String(decoding: try reader.raw(length - 1), as: UTF8.self)
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        guard bytes.count == 16 else { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for (index, byte) in bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    text[position] = 0x2d
                    position += 1
                }
                text[position] = digit(byte >> 4)
                text[position + 1] = digit(byte & 15)
                position += 2
            }
            return position
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x61 + value - 10
    }

    /// The bytes of a UUID as 36 lower-case characters; nil for anything
    /// else, upper case included, because the text has to come back the same.
    private static func uuid(_ text: String) -> [UInt8]? {
        let utf8 = text.utf8
        guard utf8.count == 36 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        var high: UInt8?
        for (index, character) in utf8.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard character == 0x2d else { return nil }
                continue
            }
            let value: UInt8
            switch character {
            case 0x30...0x39: value = character - 0x30
            case 0x61...0x66: value = character - 0x61 + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}
