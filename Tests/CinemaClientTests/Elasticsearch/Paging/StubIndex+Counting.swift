@testable import CinemaClient

// What is counted, and how far queries are understood: clauses on other things
// than ratings and ids are met by all films.
extension StubIndex {
    func counts(
        _ aggregations: SearchJSON, _ body: SearchJSON
    ) throws(SearchFailure) -> SearchJSON {
        guard counting != .refused else { throw .refused(400, "illegal_argument_exception") }
        let query = body["query"] ?? .everything
        var found = (0..<films).filter { query.isMet(by: $0) }
        if query["function_score"] != nil { found = found.filter { $0 * 7_919 % 10 < 3 } }
        var answer: SearchJSON = [:]
        if let terms = aggregations["values"]?["terms"] {
            answer["values"] = values(terms, of: found)
            let missing = found.filter { $0.value(of: terms["field"]) == nil }
            answer["missing"] = ["doc_count": .integer(missing.count)]
        }
        for name in ["tiers", "parts"] {
            guard case .array(let clauses)? = aggregations[name]?["filters"]?["filters"] else {
                continue
            }
            let buckets = clauses.map { clause -> SearchJSON in
                ["doc_count": .integer(found.filter { clause.isMet(by: $0) }.count)]
            }
            answer[name] = ["buckets": .array(buckets)]
        }
        return [
            "hits": ["total": ["value": .integer(found.count)], "hits": []],
            "aggregations": answer,
        ]
    }

    private func values(_ terms: SearchJSON, of found: [Int]) -> SearchJSON {
        var counts: [SearchJSON: Int] = [:]
        for number in found {
            guard let value = number.value(of: terms["field"]) else { continue }
            counts[value, default: 0] += 1
            if counting == .severalValues, number % 5 == 0 { counts[3, default: 0] += 1 }
        }
        let isAscending = terms["order"]?["_key"] == "asc"
        let sorted = counts.sorted { ($0.key.rank < $1.key.rank) == isAscending }
        var size = sorted.count
        if case .integer(let most)? = terms["size"] { size = min(size, most) }
        let buckets = sorted.prefix(size).map { key, count -> SearchJSON in
            ["key": key, "doc_count": .integer(count)]
        }
        return [
            "sum_other_doc_count": .integer(sorted.dropFirst(size).map(\.value).reduce(0, +)),
            "buckets": .array(buckets),
        ]
    }
}

extension Int {
    /// What the film of that number has in a field.
    fileprivate func value(of field: SearchJSON?) -> SearchJSON? {
        switch field {
        case "rating": StubIndex.film(self).rating.map { .integer($0) }
        default: .string(StubIndex.film(self).id)
        }
    }
}

extension SearchJSON {
    func isMet(by number: Int) -> Bool {
        guard case .object(let members) = self, let member = members.first else { return false }
        switch member.key {
        case "bool":
            let should = member.value.clauses("should")
            return (member.value.clauses("must") + member.value.clauses("filter"))
                .allSatisfy { $0.isMet(by: number) }
                && !member.value.clauses("must_not").contains { $0.isMet(by: number) }
                && (should.isEmpty || should.contains { $0.isMet(by: number) })
        case "dis_max": return score(of: number) > 0
        case "function_score": return member.value["query"]?.isMet(by: number) ?? true
        case "match_none": return false
        case "exists": return number.value(of: member.value["field"]) != nil
        case "term", "range":
            guard case .object(let fields) = member.value, let field = fields.first,
                field.key == "rating" || field.key == "id"
            else { return true }
            guard let rank = number.value(of: .string(field.key))?.rank else { return false }
            if let value = field.value["value"] { return rank == value.rank }
            if let bound = field.value["gt"], rank <= bound.rank { return false }
            if let bound = field.value["lt"], rank >= bound.rank { return false }
            if let bound = field.value["gte"], rank < bound.rank { return false }
            if let bound = field.value["lte"], rank > bound.rank { return false }
            return true
        default: return true
        }
    }

    /// The greatest of constants; 1 of everything else.
    func score(of number: Int) -> Int {
        if let first = self["bool"]?.clauses("must").first { return first.score(of: number) }
        guard case .array(let queries)? = self["dis_max"]?["queries"] else { return 1 }
        let scores = queries.map { query -> Int in
            guard let constant = query["constant_score"], let clause = constant["filter"],
                case .integer(let score)? = constant["boost"], clause.isMet(by: number)
            else { return 0 }
            return score
        }
        return scores.max() ?? 0
    }

    private func clauses(_ key: String) -> [SearchJSON] {
        switch self[key] {
        case .array(let clauses)?: clauses
        case let clause?: [clause]
        case nil: []
        }
    }
}
