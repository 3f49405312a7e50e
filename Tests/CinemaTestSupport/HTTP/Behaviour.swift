import CurlHTTP

/// What a scripted server does with one request, step by step: well behaved
/// answers, and everything that a server must never do.
public struct Behaviour: Sendable {
    public enum Step: Sendable {
        case send([UInt8])
        case pause(Duration)
        /// Nothing more, until the client goes or the server is stopped.
        case hang
        /// Until the test opens the gate.
        case wait(ServerGate)
        case close
        /// Ends the connection without a farewell (RST).
        case reset
    }

    public var steps: [Step]

    public init(_ steps: [Step]) { self.steps = steps }

    /// An answer with a correct header.
    public static func answer(
        _ status: Int = 200, _ body: [UInt8] = [], type: String? = nil,
        fields: KeyValuePairs<String, String> = [:]
    ) -> Behaviour {
        var fields = fields.map { ($0.key, $0.value) }
        if let type { fields.insert(("Content-Type", type), at: 0) }
        fields.append(("Content-Length", String(body.count)))
        return Behaviour([.send(head(status, fields) + body)])
    }

    public static func json(
        _ text: String, status: Int = 200, fields: KeyValuePairs<String, String> = [:]
    ) -> Behaviour {
        answer(status, Array(text.utf8), type: "application/json", fields: fields)
    }

    public static func text(_ text: String, status: Int = 200) -> Behaviour {
        answer(status, Array(text.utf8), type: "text/plain; charset=utf-8")
    }

    public static func html(_ text: String, status: Int = 200) -> Behaviour {
        answer(status, Array(text.utf8), type: "text/html")
    }

    public static func status(
        _ status: Int, fields: KeyValuePairs<String, String> = [:]
    ) -> Behaviour {
        answer(status, Array(#"{"detail": "status \#(status)"}"#.utf8), fields: fields)
    }

    public static func redirect(to location: String, status: Int = 302) -> Behaviour {
        answer(status, [], fields: ["Location": location])
    }

    /// Compressed with gzip.
    public static func gzip(_ body: [UInt8]) -> Behaviour {
        answer(
            200, GzipMember.bytes(of: body), type: "application/json",
            fields: ["Content-Encoding": "gzip"])
    }

    /// In pieces (RFC 9112, 7.1).
    public static func chunked(_ pieces: [String], type: String = "application/json") -> Behaviour {
        let chunks = pieces + [""]
        let body = chunks.map { String($0.utf8.count, radix: 16) + "\r\n" + $0 + "\r\n" }.joined()
        let fields = [("Content-Type", type), ("Transfer-Encoding", "chunked")]
        return Behaviour([.send(head(200, fields) + Array(body.utf8))])
    }

    /// Bytes that need not be HTTP; the connection is closed behind them.
    public static func raw(_ text: String) -> Behaviour {
        Behaviour([.send(Array(text.utf8)), .close])
    }

    public static let hang = Behaviour([.hang])
    public static let close = Behaviour([.close])
    public static let reset = Behaviour([.reset])

    // MARK: Changing one

    /// The same after the test has opened a gate.
    public func held(by gate: ServerGate) -> Behaviour { Behaviour([.wait(gate)] + steps) }

    /// The same, later.
    public func delayed(by duration: Duration) -> Behaviour {
        Behaviour([.pause(duration)] + steps)
    }

    /// The same, and the connection is closed afterwards.
    public var closing: Behaviour { Behaviour(steps + [.close]) }

    /// The first bytes of the same, and then something else.
    public func cut(after count: Int, _ end: Step = .close) -> Behaviour {
        Behaviour([.send(Array(bytes.prefix(count))), end])
    }

    /// The whole header, some bytes of the body, and then something else.
    public func cut(inBodyAfter count: Int, _ end: Step = .close) -> Behaviour {
        cut(after: headerCount + count, end)
    }

    /// The same, a byte at a time.
    public func dripping(every pause: Duration) -> Behaviour {
        Behaviour(bytes.flatMap { [.send([$0]), .pause(pause)] })
    }

    /// The same with another `Content-Length` than is true.
    public func claiming(_ count: Int) -> Behaviour {
        let body = bytes[headerCount...]
        let lines = String(decoding: bytes[..<headerCount], as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false
        ).map { $0.hasPrefix("Content-Length:") ? "Content-Length: \(count)" : $0 }
        return Behaviour([.send(Array(lines.joined(separator: "\r\n").utf8) + body)])
    }

    private var bytes: [UInt8] {
        steps.flatMap { step in
            if case .send(let bytes) = step { bytes } else { [UInt8]() }
        }
    }

    private var headerCount: Int {
        let end = Array("\r\n\r\n".utf8)
        let bytes = bytes
        return bytes.indices.first { bytes[$0...].starts(with: end) }.map { $0 + 4 } ?? bytes.count
    }

    private static func head(_ status: Int, _ fields: [(String, String)]) -> [UInt8] {
        let lines = fields.map { "\($0.0): \($0.1)\r\n" }.joined()
        return Array("HTTP/1.1 \(status) Scripted\r\n\(lines)\r\n".utf8)
    }
}
