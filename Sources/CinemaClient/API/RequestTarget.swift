extension APIDialect.Route {
    /// What one request asks of a route.
    struct Question: Equatable, Sendable {
        var page: Int?
        /// Brought within the bounds of the route.
        var size: Int?
        /// Takes the place of what is fixed under the same names.
        var sort: [APIDialect.Item] = []
        var genre: String?
        var text: String?
        var identifier: String?
    }

    /// Path and query string of a request, escaped; what the route has no
    /// parameter for is left out.
    func target(_ question: Question) -> String {
        var items = fixed.filter { item in !question.sort.contains { $0.name == item.name } }
        items += question.sort
        func add(_ name: String?, _ value: String?) {
            if let name, let value { items.append(APIDialect.Item(name: name, value: value)) }
        }
        add(genre?.name, question.genre)
        add(text?.name, question.text)
        for name in idParameters { add(name, question.identifier) }
        add(page?.name, question.page.map { String($0) })
        add(size?.name, question.size.map { String(rows($0)) })
        let query = items.map { "\(URLEscaping.value($0.name))=\(URLEscaping.value($0.value))" }
        return path(for: question.identifier ?? question.text.map(Self.segment))
            + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// A number of rows that the route accepts, as near as can be.
    func rows(_ wanted: Int) -> Int {
        min(max(wanted, size?.minimum ?? 1), max(1, size?.maximum ?? .max))
    }

    /// A text as one segment of a path: a slash ends it, escaped or not.
    private static func segment(_ text: String) -> String {
        String(text.map { $0 == "/" ? " " : $0 })
    }

    private func path(for value: String?) -> String {
        guard let variable, let value, let place = range(of: variable) else {
            return URLEscaping.path(path)
        }
        return URLEscaping.path(path[..<place.lowerBound]) + URLEscaping.value(value)
            + URLEscaping.path(path[place.upperBound...])
    }

    private func range(of variable: String) -> Range<String.Index>? {
        var start = path.startIndex
        while start < path.endIndex {
            if path[start...].hasPrefix(variable),
                let end = path.index(start, offsetBy: variable.count, limitedBy: path.endIndex)
            {
                return start..<end
            }
            start = path.index(after: start)
        }
        return nil
    }
}

/// Escapes for addresses (RFC 3986, 2).
enum URLEscaping {
    /// A name or value of a query string, or a segment of a path.
    static func value(_ text: String) -> String { escaped(text.utf8) { isUnreserved($0) } }

    /// A path, whose slashes stay, and what is escaped already.
    static func path(_ text: some StringProtocol) -> String {
        escaped(text.utf8) { isUnreserved($0) || "/%:@!$&'()*+,;=".utf8.contains($0) }
    }

    private static func escaped(
        _ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool
    ) -> String {
        var text: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in bytes {
            if isKept(byte) {
                text.append(byte)
            } else {
                text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        default: false
        }
    }
}
