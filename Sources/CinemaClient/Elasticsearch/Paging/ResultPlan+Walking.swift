extension ResultPlan {
    /// The sort with its tie-break; without one the server's own order of
    /// equals counts.
    var fullSort: [SearchJSON] {
        var full = sort.isEmpty ? [["_score": "desc"]] : sort
        guard let tieBreak else { return full }
        let isSortedByIt = full.contains { clause in
            if case .string(tieBreak) = clause { return true }
            return clause[tieBreak] != nil
        }
        if !isSortedByIt {
            full.append(.object([SearchJSON.Member(key: tieBreak, value: ["order": "asc"])]))
        }
        return full
    }

    /// The body of a request for rows, but for which.
    func body(sort: [SearchJSON]) -> SearchJSON {
        var body: SearchJSON = ["query": query.unnamed, "sort": .array(sort)]
        if let source {
            body["_source"] = source.isEmpty ? false : .array(source.map { .string($0) })
        }
        for member in extra { body[member.key] = member.value }
        return body
    }

    /// The body of a request for the places of rows alone. What decides which
    /// rows there are stays.
    func placesBody(sort: [SearchJSON]) -> SearchJSON {
        var body: SearchJSON = [
            "query": query.unnamed, "sort": .array(sort), "_source": false,
            // Without this a server reads each document for its id.
            "stored_fields": "_none_",
        ]
        for member in extra where Self.narrowing.contains(member.key) {
            body[member.key] = member.value
        }
        return body
    }

    private static let narrowing: Set<String> = [
        "min_score", "post_filter", "collapse", "runtime_mappings", "track_scores", "indices_boost",
    ]
}
