/// How text is written between the quotes of a JSON string.
enum JSONEscaping {
    /// Appends valid UTF-8, escaped where it has to be.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        // Text without anything to escape, nearly all of it, goes in one piece.
        var plain = 0
        var position = 0
        while position < text.count {
            guard let (scalar, length) = escapedScalar(in: text, at: position) else {
                position += 1
                continue
            }
            bytes.append(contentsOf: text[plain..<position])
            append(escaped: scalar, to: &bytes)
            position += length
            plain = position
        }
        bytes.append(contentsOf: text[plain...])
    }

    /// The scalar that begins at `position`, and its length in bytes, if it
    /// must be escaped.
    private static func escapedScalar(
        in text: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> (UInt16, Int)? {
        let byte = text[position]
        switch byte {
        case 0x00..<0x20, 0x22, 0x5C, 0x7F:
            return (UInt16(byte), 1)
        case 0xC2, 0xD8:
            let scalar = (UInt16(byte) & 0x1F) << 6 | continuation(in: text, at: position + 1)
            return isDangerous(scalar) ? (scalar, 2) : nil
        case 0xE2:
            let scalar =
                UInt16(byte & 0x0F) << 12 | continuation(in: text, at: position + 1) << 6
                | continuation(in: text, at: position + 2)
            return isDangerous(scalar) ? (scalar, 3) : nil
        default:
            return nil
        }
    }

    private static func continuation(
        in text: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> UInt16 {
        position < text.count ? UInt16(text[position] & 0x3F) : 0
    }

    private static func isDangerous(_ scalar: UInt16) -> Bool {
        switch scalar {
        case 0x80...0x9F,  // C1
            0x061C, 0x200E, 0x200F,  // directional marks
            0x2028, 0x2029,  // separators of lines and paragraphs
            0x202A...0x202E, 0x2066...0x2069:  // embeddings, overrides, isolates
            true
        default:
            false
        }
    }

    private static func append(escaped scalar: UInt16, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch scalar {
        case 0x22, 0x5C: bytes.append(UInt8(scalar))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] {
                bytes.append(hexadecimal(UInt8(scalar >> shift & 0xF)))
            }
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
