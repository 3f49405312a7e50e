internal import CinemaCore

/// Names and values of header fields (RFC 9110, 5.1 and 5.5).
enum FieldName {
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100
            && name.utf8.allSatisfy { isToken($0) || $0 == 0x5f || $0 == 0x2e }
    }

    /// Letters, digits and `-`; the other signs of tokens are never used.
    static func isToken(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
            || (0x61...0x7a).contains(byte) || byte == 0x2d
    }

    static func isValidValue(_ value: String) -> Bool {
        !value.isEmpty && value.utf8.count <= 8_192
            && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
    }

    /// Whether the value of such a field proves who asks.
    static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["auth", "cookie", "key", "token", "secret", "password", "session", "credential"]
            .contains { name.contains(text: $0) }
    }

    /// Fields that say how the message itself is put together.
    static func isReserved(_ name: String) -> Bool {
        [
            "host", "content-length", "content-type", "content-encoding", "transfer-encoding",
            "connection", "te", "trailer", "upgrade", "expect", "range", "accept-encoding",
            "if-none-match", "if-modified-since",
        ].contains(name.lowercased())
    }
}
