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

    /// Passes over an identifier as `write` made it.
    static func skip(_ reader: inout ByteReader) throws(SQLiteError) {
        let length = try reader.integer()
        _ = try reader.raw(length == 0 ? 16 : length - 1)
    }

    static func text(_ bytes: some Collection<UInt8>) -> String {
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
        guard text.utf8.count == 36 else { return nil }
        var text = text
        return text.withUTF8 { characters in
            var isHexadecimal = true
            let bytes = [UInt8](unsafeUninitializedCapacity: 16) { bytes, count in
                var position = 0
                while count < 16, isHexadecimal {
                    if position == 8 || position == 13 || position == 18 || position == 23 {
                        isHexadecimal = characters[position] == 0x2d
                        position += 1
                    }
                    let high = value(characters[position])
                    let low = value(characters[position + 1])
                    isHexadecimal = isHexadecimal && high < 16 && low < 16
                    bytes[count] = high << 4 | low & 15
                    count += 1
                    position += 2
                }
            }
            return isHexadecimal ? bytes : nil
        }
    }

    /// The value of a lower-case hexadecimal digit; 16 of anything else.
    private static func value(_ character: UInt8) -> UInt8 {
        switch character {
        case 0x30...0x39: character - 0x30
        case 0x61...0x66: character - 0x61 + 10
        default: 16
        }
    }
}
