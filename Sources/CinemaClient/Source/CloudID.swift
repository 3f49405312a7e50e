internal import CurlHTTP

/// The id of a deployment in Elastic Cloud, as its page shows it:
/// `NAME:` and then, in base64, `HOST[:PORT]$SERVER[:PORT]$KIBANA`.
public enum CloudID {
    /// `https://SERVER.HOST[:PORT]`; nil where the text is no such id.
    public static func address(_ text: String) -> String? {
        let coded = text.lastIndex(of: ":").map { text[text.index(after: $0)...] } ?? text[...]
        guard let bytes = Base64.bytes(of: coded), !bytes.isEmpty,
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
        else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: "$", omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return nil }
        let (host, hostPort) = split(parts[0])
        let (server, serverPort) = split(parts[1])
        guard !host.isEmpty, !server.isEmpty, server != "undefined" else { return nil }
        let port = serverPort ?? hostPort
        let address = "https://\(server).\(host)" + (port.map { ":\($0)" } ?? "")
        guard let url = try? HTTPURL(address), url.path.isEmpty, url.query == nil else {
            return nil
        }
        return url.text
    }

    private static func split(_ text: Substring) -> (name: Substring, port: Substring?) {
        guard let colon = text.lastIndex(of: ":") else { return (text, nil) }
        return (text[..<colon], text[text.index(after: colon)...])
    }
}
