import CinemaCore
import Synchronization

@testable import CinemaClient

/// A search server with one index of numbered films, which pages as the real
/// ones do: the window, points in time, scrolls, and what it says of those that
/// it has forgotten.
final class StubIndex: SearchTransport {
    struct State {
        var requests: [IndexRequest] = []
        var openPoints: Set<String> = []
        var openScrolls: [String: (body: SearchJSON, place: Int)] = [:]
        var opened = 0
        /// All rows by sort, worked out once.
        fileprivate var rows: [[SearchJSON]: [Row]] = [:]
        /// Everything that is asked from now on fails so.
        var failure: SearchFailure?
        /// As `failure`, once, at that many searches from now.
        var nextFailure: (after: Int, failure: SearchFailure)?
    }

    let state = Mutex(State())
    /// How many films there are; every third has no rating.
    let films: Int
    let window: Int
    let hasPoints: Bool
    let counting: Counting

    /// How values are counted.
    enum Counting { case refused, exact, severalValues }

    init(
        films: Int, window: Int = 100, hasPoints: Bool = true, counting: Counting = .refused
    ) {
        self.films = films
        self.window = window
        self.hasPoints = hasPoints
        self.counting = counting
    }

    /// The rating and the id of a film; the rating nil for unknown.
    static func film(_ number: Int) -> (rating: Int?, id: String) {
        let digits = String(number)
        let id = String(repeating: "0", count: 6 - digits.count) + digits
        return (number % 3 == 0 ? nil : number * 7 % 10, id)
    }

    func send(_ request: IndexRequest) async throws(SearchFailure) -> IndexAnswer {
        let result = state.withLock { state in
            Result { () throws(SearchFailure) in
                state.requests.append(request)
                if let failure = state.failure { throw failure }
                return try answer(request, &state)
            }
        }
        let body = try result.get()
        return IndexAnswer(body: body.bytes, time: .milliseconds(1), node: "stub")
    }

    private func answer(
        _ request: IndexRequest, _ state: inout State
    ) throws(SearchFailure) -> SearchJSON {
        switch request {
        case .openPointInTime:
            guard hasPoints else { throw .refused(400, "parse_exception") }
            state.opened += 1
            state.openPoints.insert("point-\(state.opened)")
            return ["id": .string("point-\(state.opened)")]
        case .closePointInTime(let point):
            state.openPoints.remove(point.id)
            return ["succeeded": true]
        case .search(_, let body, _):
            if let next = state.nextFailure {
                state.nextFailure?.after -= 1
                if next.after == 0 {
                    state.nextFailure = nil
                    throw next.failure
                }
            }
            return try search(body, &state)
        case .openScroll(_, let body, _):
            state.opened += 1
            let id = "scroll-\(state.opened)"
            state.openScrolls[id] = (body, 0)
            return try scroll(id, &state)
        case .continueScroll(let id): return try scroll(id, &state)
        case .closeScroll(let id):
            state.openScrolls[id] = nil
            return ["succeeded": true]
        default: throw .refused(400, "not_in_this_stub")
        }
    }

    private func search(
        _ body: SearchJSON, _ state: inout State
    ) throws(SearchFailure) -> SearchJSON {
        if let id = body["pit"]?["id"]?.text, !state.openPoints.contains(id) {
            throw .refused(404, "search_context_missing_exception")
        }
        let (from, size) = (body["from"]?.number ?? 0, body["size"]?.number ?? 10)
        guard from + size <= window else { throw .refused(400, "illegal_argument_exception") }
        if let aggregations = body["aggs"] { return try counts(aggregations, body) }
        var rows = sorted(body, &state)
        let query = body["query"] ?? .everything
        let total = body["sort"] == nil ? (0..<films).count { query.isMet(by: $0) } : rows.count
        if case .array(let after)? = body["search_after"] {
            guard from == 0 else { throw .refused(400, "illegal_argument_exception") }
            // Sorted: half of the rest is left out with each look.
            var (low, high) = (0, rows.count)
            while low < high {
                let middle = (low + high) / 2
                if Self.isBehind(rows[middle].sort, after, body) {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            rows = Array(rows[low...])
        }
        return result(rows.dropFirst(from).prefix(size), body, total: total)
    }

    private func scroll(_ id: String, _ state: inout State) throws(SearchFailure) -> SearchJSON {
        guard let scroll = state.openScrolls[id] else {
            throw .refused(404, "search_context_missing_exception")
        }
        let size = scroll.body["size"]?.number ?? 10
        state.openScrolls[id]?.place += size
        var answer = result(
            sorted(scroll.body, &state).dropFirst(scroll.place).prefix(size), scroll.body,
            total: films)
        answer["_scroll_id"] = .string(id)
        return answer
    }

    fileprivate struct Row {
        var number: Int
        var sort: [SearchJSON]
    }

    private func result(
        _ rows: ArraySlice<Row>, _ body: SearchJSON, total: Int
    ) -> SearchJSON {
        let hits = rows.map { row -> SearchJSON in
            let id = Self.film(row.number).id
            var hit: SearchJSON = [
                "_index": "movies", "_id": .string(id), "sort": .array(row.sort),
            ]
            if body["_source"] != false {
                hit["_source"] = ["id": .string(id), "title": .string("Film \(row.number)")]
            }
            return hit
        }
        return [
            "timed_out": false, "_shards": ["total": 2, "failed": 0],
            "hits": [
                "total": ["value": .integer(total)], "hits": .array(Array(hits)),
            ],
        ]
    }

    private func sorted(_ body: SearchJSON, _ state: inout State) -> [Row] {
        guard let sort = body["sort"], case .array(let clauses) = sort else { return [] }
        let query = body["query"] ?? .everything
        if let known = state.rows[[query, sort]] { return known }
        let rows = (0..<films).filter { query.isMet(by: $0) }.map { number in
            Row(number: number, sort: clauses.map { Self.value($0, number, query) })
        }.sorted { Self.isBehind($1.sort, $0.sort, body) }
        state.rows[[query, sort]] = rows
        return rows
    }

    private static func value(
        _ clause: SearchJSON, _ number: Int, _ query: SearchJSON
    ) -> SearchJSON {
        switch clause.field {
        case "_score": return .integer(query.score(of: number))
        case "rating":
            if film(number).rating == nil, case .number(let standIn)? = clause.options["missing"] {
                return .number(standIn)
            }
            guard let rating = film(number).rating else {
                let isLast = clause.options["missing"]?.text != "_first"
                return .string(clause.isAscending == isLast ? "Infinity" : "-Infinity")
            }
            return .integer(rating)
        case "id": return .string(film(number).id)
        case "_shard_doc": return .integer(number)
        default: return 1
        }
    }

    private static func isBehind(
        _ row: [SearchJSON], _ other: [SearchJSON], _ body: SearchJSON
    ) -> Bool {
        guard case .array(let clauses)? = body["sort"] else { return false }
        for (clause, (one, two)) in zip(clauses, zip(row, other)) where one != two {
            return (one.rank > two.rank) == clause.isAscending
        }
        return false
    }
}

extension SearchJSON {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
    fileprivate var number: Int? { if case .integer(let number) = self { number } else { nil } }

    fileprivate var field: String {
        guard case .object(let members) = self else { return text ?? "" }
        return members.first?.key ?? ""
    }

    fileprivate var options: SearchJSON { self[field] ?? [:] }

    fileprivate var isAscending: Bool {
        (options["order"]?.text ?? options.text ?? (field == "_score" ? "desc" : "asc")) == "asc"
    }

    /// What values are compared by.
    var rank: Double {
        switch self {
        case .string("Infinity"): .infinity
        case .string("-Infinity"): -.infinity
        case .string(let text): Double(text) ?? 0
        case .integer(let number): Double(number)
        case .number(let number): number
        default: 0
        }
    }
}
