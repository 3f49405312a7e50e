/// An absolute address, `http` or `https`, of which parts can be asked and to
/// which parts can be added (RFC 3986).
///
/// Reads what a user typed or a server sent: what may not stand in an address
/// is escaped, a fragment is left out. A name of a host that is not ASCII stays
/// as it is; libcurl knows how to ask for it.
public struct HTTPURL: Hashable, Sendable {
    /// Who answers: credentials are for one origin (RFC 6454).
    public struct Origin: Hashable, Sendable {
        public var isSecure: Bool
        /// In small letters.
        public var host: String
        public var port: Int
    }

    public let isSecure: Bool
    /// In small letters; an IPv6 address in its brackets.
    public let host: String
    /// Where it is not the usual one.
    public let port: Int?
    /// Escaped; empty, or from its first slash on.
    public internal(set) var path: String
    /// Escaped, without the question mark.
    public internal(set) var query: String?

    /// Throws `.invalidURL`. A user name or a password in the address is
    /// refused: addresses are shown and stored, so they hold no secrets.
    public init(_ text: String) throws(HTTPError) {
        let (isSecure, rest) = try Self.scheme(of: text)
        let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.contains(UInt8(ascii: "@")) else {
            throw Self.invalid("a user name or password does not belong in an address")
        }
        let hostEnd = try Self.endOfHost(authority)
        host = String(decoding: authority[..<hostEnd].map(Self.lowercase), as: UTF8.self)
        let port = try Self.port(authority[hostEnd...])
        self.port = port == (isSecure ? 443 : 80) ? nil : port
        self.isSecure = isSecure
        let target = rest[end...].prefix { $0 != UInt8(ascii: "#") }
        let mark = target.firstIndex(of: UInt8(ascii: "?"))
        let path = Self.repaired(target[..<(mark ?? target.endIndex)])
        self.path = path.isEmpty && mark != nil ? "/" : path
        query = mark.map { Self.repaired(target[target.index(after: $0)...]) }
    }

    public var origin: Origin {
        Origin(isSecure: isSecure, host: host, port: port ?? (isSecure ? 443 : 80))
    }

    /// The whole address.
    public var text: String {
        var text = (isSecure ? "https://" : "http://") + host
        if let port { text += ":\(port)" }
        text += path
        if let query { text += (path.isEmpty ? "/?" : "?") + query }
        return text
    }
}

extension HTTPURL: CustomStringConvertible {
    public var description: String { text }
}

extension HTTPURL {
    // MARK: Parsing

    private static func scheme(of text: String) throws(HTTPError) -> (Bool, Substring.UTF8View) {
        for (prefix, isSecure) in [("https://", true), ("http://", false)] {
            let start = text.utf8.prefix(prefix.utf8.count)
            guard start.map(lowercase).elementsEqual(prefix.utf8) else { continue }
            return (isSecure, text.utf8.dropFirst(prefix.utf8.count))
        }
        throw invalid("the address begins neither with http:// nor with https://")
    }

    private static func endOfHost(
        _ authority: Substring.UTF8View
    ) throws(HTTPError) -> String.Index {
        let isLiteral = authority.first == UInt8(ascii: "[")
        let last = isLiteral ? authority.firstIndex(of: UInt8(ascii: "]")) : nil
        let end =
            isLiteral
            ? last.map(authority.index(after:))
            : authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
        guard let end, end > authority.startIndex else {
            throw invalid("the address names no host")
        }
        let isHost = authority[..<end].allSatisfy { byte in
            isUnreserved(byte) || byte >= 0x80
                || (isLiteral && (byte == UInt8(ascii: ":") || "[]".utf8.contains(byte)))
        }
        guard isHost else { throw invalid("the address has a host that cannot be") }
        return end
    }

    private static func port(_ text: Substring.UTF8View) throws(HTTPError) -> Int? {
        guard let first = text.first else { return nil }
        let digits = text.dropFirst()
        guard !digits.isEmpty else { return nil }
        let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) }
        guard first == UInt8(ascii: ":"), isNumber, digits.count <= 9,
            let number = Int(String(decoding: digits, as: UTF8.self)),
            (1...65_535).contains(number)
        else { throw invalid("the address has a port that cannot be") }
        return number
    }

    private static func invalid(_ cause: String) -> HTTPError {
        HTTPError(.invalidURL, cause: cause)
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
    }
}
