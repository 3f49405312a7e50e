public import CurlHTTP

/// A request as a scripted server got it.
public struct ReceivedRequest: Sendable {
    public var method: String
    /// As it came: path and query, escaped.
    public var target: String
    public var fields: HTTPFields
    public var body: [UInt8]
    /// Counted from 1: which request of the server's, and on which connection.
    public var number: Int
    public var connection: Int

    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The items of the query, unescaped.
    public var query: [(name: String, value: String)] {
        guard let mark = target.firstIndex(of: "?") else { return [] }
        return target[target.index(after: mark)...].split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.unescaped(parts[0]), parts.count > 1 ? Self.unescaped(parts[1]) : "")
        }
    }

    /// The first value of an item of the query.
    public subscript(query name: String) -> String? { query.first { $0.name == name }?.value }

    static func unescaped(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2,
                let code = UInt8(digits, radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
