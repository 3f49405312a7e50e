internal import Glibc

/// The parts of an address's authority (RFC 3986, 3.2).
enum HostText {
    /// Takes `host:port` apart; an IPv6 address stands in brackets.
    static func split(_ text: Substring) -> (host: Substring, port: Substring?) {
        let searched = text.lastIndex(of: "]").map { text[$0...] } ?? text
        guard let colon = searched.lastIndex(of: ":") else { return (text, nil) }
        return (text[..<colon], text[text.index(after: colon)...])
    }

    /// A name or an IPv4 address. Letters beyond ASCII are left to libcurl.
    static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.utf8.allSatisfy { byte in
                isLetterOrDigit(byte) || byte == 0x2d || byte == 0x2e || byte == 0x5f
                    || byte >= 0x80
            }
    }

    /// `[::1]`.
    static func isAddress(_ text: Substring) -> Bool {
        guard text.first == "[", text.last == "]", text.count > 2 else { return false }
        var storage = in6_addr()
        return inet_pton(AF_INET6, String(text.dropFirst().dropLast()), &storage) == 1
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
            || (0x61...0x7a).contains(byte)
    }

    /// What may stand in a path as it is (RFC 3986, 3.3), escapes included.
    static func isPathByte(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "-._~!$&'()*+,;=:@%/".utf8.contains(byte)
    }
}
