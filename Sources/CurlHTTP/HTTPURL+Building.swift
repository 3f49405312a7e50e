extension HTTPURL {
    /// Text as it may stand anywhere: all but letters, digits and `-._~` is
    /// escaped, as UTF-8, so a space is `%20` and a plus `%2B`.
    /// Signs of ASCII to be `kept` stay as they are.
    public static func escaped(_ text: some StringProtocol, keeping kept: String = "") -> String {
        var escaped = ""
        for byte in text.utf8 {
            append(byte, to: &escaped, isAllowed: isUnreserved(byte) || kept.utf8.contains(byte))
        }
        return escaped
    }

    /// A path or a query in which only what can never stand there is escaped.
    static func repaired(_ text: Substring.UTF8View) -> String {
        if text.allSatisfy(isAllowed) { return String(Substring(text)) }
        var repaired = ""
        for byte in text { append(byte, to: &repaired, isAllowed: isAllowed(byte)) }
        return repaired
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        // ! to ; without " and #, = ? @ [ ] _ ~ and letters.
        case 0x21, 0x24...0x3b, 0x3d, 0x3f...0x5b, 0x5d, 0x5f, 0x61...0x7a, 0x7e: true
        default: false
        }
    }

    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5a, 0x61...0x7a, 0x30...0x39: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func append(_ byte: UInt8, to text: inout String, isAllowed: Bool) {
        if isAllowed {
            text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            text += byte < 0x10 ? "%0" + digits : "%" + digits
        }
    }
}
