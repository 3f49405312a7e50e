@testable import CinemaClient

/// A service of the family in a few lines, with the faults that services have.
struct ScriptedService {
    enum Paging {
        case pages
        /// Asked for a page past the end, it gives the last one.
        case clamped
        /// Rows to leave out: the number itself, or one less.
        case offset, offsetFromOne
        /// The first page is the second.
        case firstOutOfReach
        /// The answer is kept under a key without the page.
        case cached
        /// All rows, whatever is asked.
        case none
        /// Pages 0 and 1 are the same.
        case zeroIsOne
        /// Rows of its own number.
        case tens
    }

    enum Sorting {
        case right, inverted, ignored
        /// Understands only these two values; refuses others.
        case strict(best: String, worst: String)
        /// Understands only these two; others leave the films as they are.
        case lenient(best: String, worst: String)
        case broken
    }

    enum Filtering {
        case identifier, name, nameElseAll, ignored, broken, refused
    }

    enum Nothing { case list, null, notFound, failure }
    enum Envelope { case bare, object }

    var document: ServiceDocument? = .usual()
    var documentPath = "/api/openapi.json"
    var documentStatus = 404
    var films = 60
    var paging = Paging.pages
    var sorting = Sorting.right
    var filtering = Filtering.identifier
    var nothing = Nothing.notFound
    var envelope = Envelope.bare
    var genresAreNames = false
    /// What answers with a status instead, by the end of the path.
    var failing: [String: Int] = [:]

    /// What was asked, in order.
    private(set) var asked: [String] = []

    static func identifier(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count)
            + digits
    }

    static let genres = ["Drama", "Comedy", "War"]

    mutating func answer(_ target: String) -> ProbeAnswer {
        asked.append(target)
        let (path, query) = Self.split(target)
        if path.hasSuffix("openapi.json") {
            guard let document, path == documentPath else {
                return ProbeAnswer(status: documentStatus)
            }
            return ProbeAnswer(status: 200, path: path, body: document.bytes)
        }
        if let status = failing.first(where: { path.hasSuffix($0.key) })?.value {
            return ProbeAnswer(
                status: status, path: path, body: Array("Internal Server Error".utf8))
        }
        var answer = response(path, query)
        answer.path = path
        return answer
    }

    private func response(_ path: String, _ query: [String: String]) -> ProbeAnswer {
        if path.hasSuffix("/genres/") || path.hasSuffix("/genres") {
            return list(
                Self.genres.indices.map {
                    "{\"id\":\"\(Self.identifier(900 + $0))\",\"name\":\"\(Self.genres[$0])\"}"
                })
        }
        if let number = (1...films).first(where: { path.contains(Self.identifier($0)) }) {
            return Self.answer(film(number, isWhole: true))
        }
        guard path.contains("film") else { return ProbeAnswer(status: 404) }
        if path.contains("search") {
            let found = (1...films).filter { query["query"] == "Number\($0)" }
            return list(found.map { film($0) }, query)
        }
        return filmList(query)
    }

    /// Stored without order; film 1 is the best.
    private func filmList(_ query: [String: String]) -> ProbeAnswer {
        var rows = (1...60).map { $0 * 7 % 61 }.filter { $0 <= films }
        let asked = query["sort"] ?? query["sort_by_rating"] ?? query["order"]
        switch sorting {
        case .broken where asked != nil: return ProbeAnswer(status: 500)
        case .strict(let best, let worst) where asked != nil && asked != best && asked != worst:
            return ProbeAnswer(status: 422)
        case .strict(let best, let worst), .lenient(let best, let worst):
            if asked == best { rows.sort() }
            if asked == worst { rows.sort(by: >) }
        case .right where asked == "-imdb_rating" || asked == "desc": rows.sort()
        case .right where asked != nil: rows.sort(by: >)
        case .inverted where asked == "-imdb_rating": rows.sort(by: >)
        case .inverted where asked != nil: rows.sort()
        default: break
        }
        if let genre = query["filter[genre]"] ?? query["genre"] {
            let byName = Self.genres.firstIndex(of: genre)
            let byIdentifier = Self.genres.indices.first { Self.identifier(900 + $0) == genre }
            switch filtering {
            case .identifier: rows = rows.filter { Self.has($0, byIdentifier) }
            case .name: rows = rows.filter { Self.has($0, byName) }
            case .nameElseAll: if byName != nil { rows = rows.filter { Self.has($0, byName) } }
            case .ignored: break
            case .broken: return ProbeAnswer(status: 500)
            case .refused: return ProbeAnswer(status: 422)
            }
        }
        return list(rows.map { film($0) }, query)
    }

    /// Every second film is a drama; every third one a comedy, the others of war.
    private static func has(_ film: Int, _ genre: Int?) -> Bool {
        switch genre {
        case 0: film % 2 == 1
        case 1: film % 3 == 0
        case 2: film % 3 != 0
        default: false
        }
    }

    private func film(_ number: Int, isWhole: Bool = false) -> String {
        var text = "{\"uuid\":\"\(Self.identifier(number))\",\"title\":\"Film Number\(number)\","
        text += "\"imdb_rating\":\(Double(990 - number * 10) / 100)"
        if isWhole {
            let genres = Self.genres.indices.filter { Self.has(number, $0) }.map { genre in
                genresAreNames
                    ? "\"\(Self.genres[genre])\""
                    : "{\"uuid\":\"\(Self.identifier(900 + genre))\",\"name\":\"\(Self.genres[genre])\"}"
            }
            text += ",\"genre\":[\(genres.joined(separator: ","))]"
        }
        return text + "}"
    }

    private func list(_ rows: [String], _ query: [String: String] = [:]) -> ProbeAnswer {
        let rows = page(of: rows, query)
        if rows.isEmpty {
            switch nothing {
            case .list: return Self.answer(envelope == .bare ? "[]" : "{\"count\":0,\"items\":[]}")
            case .null: return Self.answer("null")
            case .notFound: return ProbeAnswer(status: 404)
            case .failure: return ProbeAnswer(status: 500)
            }
        }
        let array = "[\(rows.joined(separator: ","))]"
        return Self.answer(
            envelope == .bare ? array : "{\"count\":\(rows.count),\"items\":\(array)}")
    }

    private func page(of rows: [String], _ query: [String: String]) -> [String] {
        let number = (query["page[number]"] ?? query["page_number"] ?? query["offset"]).flatMap(
            Int.init)
        let asked = (query["page[size]"] ?? query["page_size"] ?? query["limit"]).flatMap(Int.init)
        guard let number, let size = asked else { return rows }
        let first = document?.firstPage ?? 1
        let start: Int
        switch paging {
        case .pages: start = (number - first) * size
        case .clamped: start = min(number - first, (rows.count - 1) / size) * size
        case .offset: start = number
        case .offsetFromOne: start = number - 1
        case .firstOutOfReach: start = number * size
        case .cached: start = 0
        case .none: return rows
        case .zeroIsOne: start = max(0, number - 1) * size
        case .tens: return Array(rows.dropFirst((number - first) * 10).prefix(10))
        }
        return Array(rows.dropFirst(max(0, start)).prefix(size))
    }

    private static func answer(_ text: String) -> ProbeAnswer {
        ProbeAnswer(status: 200, body: Array(text.utf8))
    }

    private static func split(_ target: String) -> (path: String, query: [String: String]) {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        var query: [String: String] = [:]
        for item in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1).map { unescaped(String($0)) }
            query[pair[0]] = pair.count > 1 ? pair[1] : ""
        }
        return (unescaped(parts[0]), query)
    }

    private static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ServiceDocument {
    /// As its text says: 0 where that is the default.
    fileprivate var firstPage: Int { text.contains("\"default\":0") ? 0 : 1 }
}
