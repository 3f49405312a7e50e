/// A path of an OpenAPI document, read as words.
struct RoutePath: Equatable, Sendable {
    enum Noun: Int, Sendable { case film, genre, person }

    enum Word: Equatable, Sendable {
        /// The noun, and how it is spelt.
        case noun(Noun, String)
        case search
        /// What stands for an id or a text: `{film_id}`; nil where the path
        /// has it as a literal that only looks like one.
        case variable(String?)
        /// Says nothing: `get`, `list`, `all`.
        case filler
        case marker(version: Int?)
        case other(String)
    }

    let words: [Word]

    init(_ path: String) {
        words = path.split(separator: "/").prefix(16).flatMap(Self.words)
    }

    private static func words(_ segment: Substring) -> [Word] {
        if let opening = segment.firstIndex(of: "{"),
            let closing = segment[opening...].firstIndex(of: "}")
        {
            return [.variable(String(segment[opening...closing]))]
        }
        let text = segment.lowercased()
        if text.hasPrefix(":") || text.contains("<") || text.split(separator: "_").contains("uuid")
        {
            return [.variable(nil)]
        }
        if let word = word(text) { return [word] }
        // `search_films`, `films-list`: several words, if all are known.
        let parts = text.split { $0 == "_" || $0 == "-" }.map { word(String($0)) }
        let known = parts.compactMap { $0 }
        return parts.count > 1 && known.count == parts.count ? known : [.other(text)]
    }

    private static func word(_ text: String) -> Word? {
        if let noun = nouns[text] { return .noun(noun, text) }
        if searches.contains(text) { return .search }
        if fillers.contains(text) { return .filler }
        if text == "api" || text == "rest" { return .marker(version: nil) }
        if text.first == "v", let version = Int(text.dropFirst().prefix { $0 != "." }),
            (0..<1000).contains(version)
        {
            return .marker(version: version)
        }
        return nil
    }

    private static let nouns: [String: Noun] = [
        "film": .film, "films": .film, "movie": .film, "movies": .film, "show": .film,
        "shows": .film, "filmwork": .film, "filmworks": .film, "film_work": .film,
        "film_works": .film, "film-works": .film,
        "genre": .genre, "genres": .genre,
        "person": .person, "persons": .person, "people": .person,
    ]
    private static let searches: Set<String> = ["search", "find"]
    private static let fillers: Set<String> = [
        "get", "list", "all", "by", "of", "id", "detail", "details", "info", "full",
    ]
}
