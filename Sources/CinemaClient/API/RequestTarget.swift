internal import CinemaCore
internal import CurlHTTP

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
        let query = items.map { "\(HTTPURL.escaped($0.name))=\(HTTPURL.escaped($0.value))" }
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
        guard let variable, let value, let place = path.firstRange(of: variable) else {
            return Self.escaped(path: path[...])
        }
        return Self.escaped(path: path[..<place.lowerBound]) + HTTPURL.escaped(value)
            + Self.escaped(path: path[place.upperBound...])
    }

    /// As documented: slashes stay, and what is escaped already.
    private static func escaped(path: Substring) -> String {
        HTTPURL.escaped(path, keeping: "/%:@!$&'()*+,;=")
    }
}
