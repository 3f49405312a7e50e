extension ResultPlan {
    /// The body of a search for rows within the server's window, with the
    /// total; for the total alone where `size` is 0.
    ///
    /// - Parameter most: How far is counted; nil for the exact total, of
    ///   common words at twice the time.
    func firstRows(from offset: Int = 0, size: Int, countingTo most: Int? = nil) -> SearchJSON {
        guard size > 0 else {
            var body: SearchJSON = ["query": query, "size": 0, "track_total_hits": true]
            for member in extra where member.key == "min_score" { body[member.key] = member.value }
            return body
        }
        var body = body(sort: fullSort)
        body["from"] = .integer(offset)
        body["size"] = .integer(size)
        body["track_total_hits"] = most.map { $0 > 0 ? .integer($0) : false } ?? true
        return body
    }

    /// The same as one of several searches.
    func firstSearch(size: Int, countingTo most: Int? = nil) -> IndexRequest.Search {
        IndexRequest.Search(
            index: index, body: firstRows(size: size, countingTo: most), scoring: scoring)
    }
}
