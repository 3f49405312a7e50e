internal import CinemaCore
internal import CurlHTTP

/// A request as the command that repeats it. It holds no secret.
struct CurlCommand {
    /// The lines, of which the body's fold.
    let lines: [Inspection.Line]

    var text: String { lines.text }

    /// - Parameters:
    ///   - address: That of a node; who asks is left out of it.
    ///   - isKnown: Whether the request says who asks.
    init?(_ request: IndexRequest, body: SearchJSON?, at address: String, isKnown: Bool) {
        guard let message = request.message else { return nil }
        let method = message.method == .get ? "" : "-X \(message.method.rawValue) "
        let url = Self.quoted(Self.withoutSecret(address) + message.target)
        var lines = [Inspection.Line("curl \(method)\(url)")]
        if isKnown { lines.append(Inspection.Line(depth: 1, "-H 'Authorization: …'")) }
        if let body {
            lines.append(Inspection.Line(depth: 1, "-H 'Content-Type: application/json'"))
            var json = PrettyJSON.lines(body, depth: 1).map { line in
                Inspection.Line(depth: line.depth, Self.escaped(line.text))
            }
            if !json.isEmpty {
                json[0].text = "-d '" + json[0].text
                json[json.count - 1].text += "'"
            }
            lines += json
        }
        // Each option but the last line of the body ends in a backslash.
        let options = 1 + (isKnown ? 1 : 0) + (body == nil ? 0 : 1)
        for place in 0..<min(options, lines.count - 1) { lines[place].text += " \\" }
        self.lines = lines
    }

    /// A word for the shell.
    static func quoted(_ text: String) -> String { "'" + escaped(text) + "'" }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    }

    /// An address without a name and a password.
    static func withoutSecret(_ address: String) -> String {
        let bytes = Array(address.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return address }
        let start = min(colon + 3, bytes.count)
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
        guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) else { return address }
        return String(decoding: bytes[..<start] + bytes[(at + 1)...], as: UTF8.self)
    }
}
