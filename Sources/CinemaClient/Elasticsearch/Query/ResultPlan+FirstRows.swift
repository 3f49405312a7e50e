extension ResultPlan {
    /// The body of a search for rows within the server's window, with the
    /// exact total; for the total alone where `size` is 0.
    func firstRows(from offset: Int = 0, size: Int) -> SearchJSON {
        guard size > 0 else {
            var body: SearchJSON = ["query": query, "size": 0, "track_total_hits": true]
            for member in extra where member.key == "min_score" { body[member.key] = member.value }
            return body
        }
        var body = body(sort: fullSort)
        body["from"] = .integer(offset)
        body["size"] = .integer(size)
        body["track_total_hits"] = true
        return body
    }
}
