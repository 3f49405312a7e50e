internal import CinemaCore

/// What is asked of a service: a path, with its variable filled, and the parts
/// of the query string.
struct APIRequest: Hashable {
    /// Escaped, with a slash in front.
    private(set) var path: String
    private(set) var query = ""

    /// A route; `value` takes the place of its variable and goes to the
    /// parameters that want the same id. Items that are sent with every
    /// request give way to `items` of the same name.
    init(_ route: APIDialect.Route, value: String? = nil, items: [APIDialect.Item] = []) {
        path = Self.path(route, value)
        var all = route.fixed.filter { fixed in !items.contains { $0.name == fixed.name } }
        all += items
        if let value { all += route.idParameters.map { APIDialect.Item(name: $0, value: value) } }
        query = all.map { Self.escaped($0.name) + "=" + Self.escaped($0.value) }
            .joined(separator: "&")
    }

    /// Path and query string, to be put behind the address of the source.
    var target: String { query.isEmpty ? path : path + "?" + query }

    private static func path(_ route: APIDialect.Route, _ value: String?) -> String {
        let path = route.path.utf8.first == UInt8(ascii: "/") ? route.path : "/" + route.path
        guard let variable = route.variable, let value, !variable.isEmpty,
            let range = firstRange(of: variable, in: path)
        else { return literal(path[...]) }
        return literal(path[..<range.lowerBound]) + escaped(value)
            + literal(path[range.upperBound...])
    }

    private static func firstRange(of text: String, in path: String) -> Range<String.Index>? {
        let wanted = Array(text.utf8)
        let bytes = path.utf8
        guard bytes.count >= wanted.count else { return nil }
        var start = bytes.startIndex
        for _ in 0...(bytes.count - wanted.count) {
            if bytes[start...].starts(with: wanted) {
                return start..<bytes.index(start, offsetBy: wanted.count)
            }
            start = bytes.index(after: start)
        }
        return nil
    }

    /// Everything but the unreserved characters as %XX (RFC 3986, 2.3).
    static func escaped(_ text: String) -> String { escaped(text.utf8) { isUnreserved($0) } }

    /// A documented path, in which only what no path may have is escaped.
    private static func literal(_ path: Substring) -> String {
        escaped(path.utf8) { byte in
            // The delimiters of RFC 3986, 3.3, and what is escaped already.
            isUnreserved(byte) || "/:@!$&'()*+,;=%".utf8.contains(byte)
        }
    }

    private static func escaped(
        _ bytes: some Collection<UInt8>, except isKept: (UInt8) -> Bool
    ) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes {
            if isKept(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
