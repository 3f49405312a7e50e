public import CinemaCore

/// Where a catalogue is, read from the text of an address.
///
/// Remote addresses come out in one form: scheme and host in small letters,
/// without a slash at the end, never with a name and a password in them.
public enum SourceAddress: Hashable, Sendable {
    /// The catalogue in the program.
    case embedded
    /// A catalogue file.
    case file(String)
    /// A server, or the nodes of a cluster.
    case remote(addresses: [String], family: SourceConfiguration.Family)

    /// Reads `embedded:`, `PATH`, `file:PATH`, `http(s)://HOST[:PORT][/PREFIX]`,
    /// `api+http(s)://…` and `es+http(s)://HOST:9200[,HOST2:9200…]`.
    ///
    /// What makes no sense fails with `.unsupported`, in a sentence that does
    /// not repeat what could be a secret.
    public init(_ text: String) throws(CatalogError) {
        guard text != "embedded:" else {
            self = .embedded
            return
        }
        guard !text.isEmpty, text.utf8.count <= Self.longest,
            !text.unicodeScalars.contains(where: Self.isControl)
        else {
            throw Self.problem(
                "the source", "write an address such as http://localhost:8000, or a file")
        }
        if let path = Self.path(ofFileAddress: text) {
            guard !path.isEmpty else {
                throw Self.problem("file:", "write the file as well, as in file:films.sqlite")
            }
            self = .file(path)
        } else if let mark = text.firstRange(of: "://") {
            self = try Self.remote(scheme: text[..<mark.lowerBound], rest: text[mark.upperBound...])
        } else if Self.isHostWithPort(text) {
            throw Self.problem(
                text, "write http://\(text) for a server, or ./\(text) for a file")
        } else {
            self = .file(text)
        }
    }

    /// Whether a text may be the name of a source in the configuration:
    /// letters, digits, `-` and `_`.
    public static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 60
            && text.utf8.allSatisfy { Self.isLetterOrDigit($0) || $0 == 0x2d || $0 == 0x5f }
    }

    /// `host:port` of an address, as the header calls it.
    public static func host(of address: String) -> String {
        let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        return String(rest.prefix { $0 != "/" })
    }

    private static let longest = 2_000

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
    }

    private static func path(ofFileAddress text: String) -> String? {
        if text.hasPrefix("file://") { return String(text.dropFirst(7)) }
        return text.hasPrefix("file:") ? String(text.dropFirst(5)) : nil
    }

    /// `localhost:8000`, `localhost:8000/prefix`.
    private static func isHostWithPort(_ text: String) -> Bool {
        let authority = text.prefix { $0 != "/" }
        guard let colon = authority.lastIndex(of: ":") else { return false }
        let port = authority[authority.index(after: colon)...]
        return !port.isEmpty && port.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && !authority[..<colon].isEmpty
            && authority[..<colon].utf8.allSatisfy {
                isLetterOrDigit($0) || $0 == 0x2d || $0 == 0x2e
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
            || (0x61...0x7a).contains(byte)
    }

    static func problem(_ source: String, _ cause: String) -> CatalogError {
        CatalogError(.unsupported, source: source, cause: cause)
    }
}
