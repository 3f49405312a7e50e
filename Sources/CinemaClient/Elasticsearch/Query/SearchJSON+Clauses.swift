/// The clauses that queries are put together of.
extension SearchJSON {
    static let everything: SearchJSON = ["match_all": [:]]
    static let nothing: SearchJSON = ["match_none": [:]]

    /// What meets at least one of the clauses.
    static func any(_ clauses: [SearchJSON]) -> SearchJSON {
        let useful = clauses.filter { $0 != nothing }
        guard let first = useful.first else { return nothing }
        guard useful.count > 1 else { return first }
        return ["bool": ["should": .array(useful), "minimum_should_match": 1]]
    }

    /// What meets all of the clauses and none of the others.
    static func all(_ clauses: [SearchJSON], without excluded: [SearchJSON] = []) -> SearchJSON {
        let wanted = clauses.filter { $0 != everything }
        let unwanted = excluded.filter { $0 != nothing }
        if wanted.contains(nothing) { return nothing }
        guard !wanted.isEmpty || !unwanted.isEmpty else { return everything }
        if wanted.count == 1, unwanted.isEmpty { return wanted[0] }
        var parts: SearchJSON = [:]
        if !wanted.isEmpty { parts["filter"] = .array(wanted) }
        if !unwanted.isEmpty { parts["must_not"] = .array(unwanted) }
        return ["bool": parts]
    }

    /// A clause that scores the same for whatever meets it.
    ///
    /// - Parameter name: By which the answer says that a document met it.
    static func constant(_ clause: SearchJSON, score: Int, name: String) -> SearchJSON {
        ["constant_score": ["filter": clause, "boost": .integer(score), "_name": .string(name)]]
    }

    /// The same without the names of clauses: for each row a server looks anew
    /// which of them it meets.
    var unnamed: SearchJSON {
        switch self {
        case .object(let members):
            .object(
                members.filter { $0.key != "_name" }
                    .map { Member(key: $0.key, value: $0.value.unnamed) })
        case .array(let elements): .array(elements.map(\.unnamed))
        default: self
        }
    }

    /// A clause on the objects at a path; the same where there are none.
    static func nested(_ path: String?, _ clause: SearchJSON) -> SearchJSON {
        guard let path, clause != nothing, clause != everything else { return clause }
        return ["nested": ["path": .string(path), "query": clause, "ignore_unmapped": true]]
    }

    static func terms(_ path: String, _ values: [String]) -> SearchJSON {
        guard !values.isEmpty else { return nothing }
        if values.count == 1 { return ["term": .field(path, ["value": .string(values[0])])] }
        return ["terms": .field(path, .array(values.map { .string($0) }))]
    }

    static func exists(_ path: String) -> SearchJSON { ["exists": ["field": .string(path)]] }

    static func regexp(_ path: String, _ pattern: String) -> SearchJSON {
        ["regexp": .field(path, ["value": .string(pattern), "flags": "NONE"])]
    }

    static func field(_ key: String, _ value: SearchJSON) -> SearchJSON {
        .object([Member(key: key, value: value)])
    }
}
