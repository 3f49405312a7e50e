import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Synchronization

@testable import CinemaClient

/// A search server with one index of films, which is asked for ranges of ids,
/// and fails where it is told to. Searches for parts are numbered from 1.
final class PartedIndex: SearchTransport {
    struct State {
        var searches = 0
        /// The ids that each search for a part gave, in the order of answers.
        var given: [[String]] = []
        /// The points in time that parts were searched in.
        var points: [String?] = []
        var opened = 0
        var open: Set<String> = []
        /// How many parts were asked for at a time; `later` after a failure was
        /// taken in.
        var running = 0
        var mostAtATime = 0
        var mostAtATimeLater = 0
        var failedQuery: SearchJSON?
        var isRepeated = false
        /// What a search fails with, once.
        var failures: [Int: SearchFailure] = [:]
        /// Before this search all points in time are forgotten.
        var forgetsAt: Int?
        /// This search does not have all of the index.
        var lacksPartsAt: Int?
        /// The first part is answered when another one was.
        var firstIsOvertaken = false
        /// This search is never answered.
        var hangsAt: Int?
        var refusesRanges = false
    }

    let state: Mutex<State>
    /// In the order of their ids; nil for a film without one.
    let ids: [String?]
    private let version: String
    private let overtaking = ManualClock()
    private let hanging = ManualClock()

    init(films: Int, withoutID: Int = 0, version: String = "8.12.1") {
        ids =
            (0..<films).map { number in
                let digits = String(number)
                return String(repeating: "0", count: 6 - digits.count) + digits
            } + Array(repeating: nil, count: withoutID)
        self.version = version
        state = Mutex(State())
    }

    var catalog: ElasticsearchCatalog {
        ElasticsearchCatalog(name: "index", transport: self, filmsOfPart: 100)
    }

    func set(_ change: @Sendable (inout State) -> Void) { state.withLock { change(&$0) } }
    var seen: State { state.withLock { $0 } }
    func waitUntilHanging() async { await hanging.waitForSleepers() }

    func send(_ request: IndexRequest) async throws(SearchFailure) -> IndexAnswer {
        RequestContext.current?.note(.server)
        let body =
            if case .search(_, let body, _) = request, body["query"]?["function_score"] == nil,
                body["_source"] == nil, body["aggs"] == nil
            {
                try await part(body)
            } else {
                try answer(request)
            }
        return IndexAnswer(body: Array(body.utf8), time: .milliseconds(1), node: "stub")
    }

    // MARK: Parts

    private func part(_ body: SearchJSON) async throws(SearchFailure) -> String {
        let number = state.withLock { state in
            state.searches += 1
            state.running += 1
            state.mostAtATime = max(state.mostAtATime, state.running)
            if state.isRepeated {
                state.mostAtATimeLater = max(state.mostAtATimeLater, state.running)
            }
            // Those who ask have taken in that it failed, once they repeat it.
            if let query = state.failedQuery, query == body["query"] { state.isRepeated = true }
            return state.searches
        }
        defer { state.withLock { $0.running -= 1 } }
        let range = body["query"]?["constant_score"]?["filter"]?["range"]?["id"]
        let isFirst = range != nil && range?["gt"] == nil
        await wait(number, isFirst: isFirst)
        if Task.isCancelled { throw SearchFailure(.cancelled(source: "index")) }
        let result = state.withLock { state in
            Result { () throws(SearchFailure) in try found(body, number, &state) }
        }
        if !isFirst { overtaking.advance(by: .seconds(1)) }
        return try result.get()
    }

    private func wait(_ number: Int, isFirst: Bool) async {
        let (isOvertaken, hanging) = state.withLock { ($0.firstIsOvertaken, $0.hangsAt) }
        if number == hanging { try? await self.hanging.sleep(for: .seconds(1)) }
        if isFirst, isOvertaken {
            try? await overtaking.sleep(until: ManualClock.Instant(.seconds(1)), tolerance: nil)
        }
        // For others to come.
        for _ in 0..<5 { await Task.yield() }
    }

    private func found(
        _ body: SearchJSON, _ number: Int, _ state: inout State
    ) throws(SearchFailure) -> String {
        if let failure = state.failures[number] {
            state.failedQuery = body["query"]
            throw failure
        }
        if state.forgetsAt == number { state.open = [] }
        let point = body["pit"]?["id"]?.text
        if let point, !state.open.contains(point) {
            throw .refused(404, "search_context_missing_exception")
        }
        var rows = selected(body["query"])
        if case .array(let after)? = body["search_after"] {
            rows = rows.filter { ($0 ?? "~") > after.first?.text ?? "~" }
        }
        if case .integer(let size)? = body["size"] { rows = Array(rows.prefix(size)) }
        let failed = state.lacksPartsAt == number ? 1 : 0
        if failed == 0 {
            state.given.append(rows.map { $0 ?? "none" })
            state.points.append(point)
        }
        let hits = rows.enumerated().map { place, id in
            let known = id.map { #""id": "\#($0)", "# } ?? ""
            let document = id ?? "none-\(place)"
            return
                #"{"_index": "movies", "_id": "\#(document)", "sort": [\#(id.map { "\"\($0)\"" } ?? "null")],"#
                + #" "_source": {\#(known)"title": "Film \#(document)", "imdb_rating": 7}}"#
        }
        return """
            {"timed_out": false, "_shards": {"total": 2, "failed": \(failed)},
             "hits": {"total": {"value": \(rows.count)}, "hits": [\(hits.joined(separator: ","))]}}
            """
    }

    /// What ranges of ids find.
    private func selected(_ query: SearchJSON?) -> [String?] {
        if let missing = query?["bool"]?["must_not"], case .array(let clauses) = missing {
            let left = clauses.first?["range"]?["id"]?["lte"]?.text ?? ""
            return ids.filter { id in id.map { $0 > left } ?? true }
        }
        guard let range = query?["constant_score"]?["filter"]?["range"]?["id"] else { return ids }
        let (after, through) = (range["gt"]?.text ?? "", range["lte"]?.text ?? "~")
        return ids.filter { id in id.map { $0 > after && $0 <= through } ?? false }
    }

    // MARK: Everything else

    private func answer(_ request: IndexRequest) throws(SearchFailure) -> String {
        switch request {
        case .openPointInTime:
            return state.withLock { state in
                state.opened += 1
                state.open.insert("point-\(state.opened)")
                return #"{"id": "point-\#(state.opened)"}"#
            }
        case .closePointInTime(let point):
            state.withLock { _ = $0.open.remove(point.id) }
            return #"{"succeeded": true}"#
        case .count(_, let body):
            let isRange = body["query"]?["constant_score"] != nil
            if isRange, state.withLock({ $0.refusesRanges }) {
                throw .refused(400, "query_shard_exception")
            }
            return #"{"count": \#(selected(body["query"]).count)}"#
        case .search(_, let body, _):
            // One film in ten, of those that are looked for.
            guard let sampled = body["query"]?["function_score"]?["query"] else {
                return #"{"hits": {"total": {"value": \#(ids.count)}}}"#
            }
            let every = 10
            let rows = selected(sampled)
            let hits = stride(from: every - 1, to: rows.count, by: every).map { place in
                #"{"_index": "movies", "sort": [\#(rows[place].map { "\"\($0)\"" } ?? "null")]}"#
            }
            return #"{"hits": {"hits": [\#(hits.joined(separator: ","))]}}"#
        default:
            var fixture = IndexFixture.classic
            fixture.banner =
                #"{"cluster_name": "films", "version": {"number": "\#(version)"}, "tagline": "You Know, for Search"}"#
            fixture.documents = ["movies": ids.count]
            return try fixture.answer(request)
        }
    }
}

extension SearchJSON {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
