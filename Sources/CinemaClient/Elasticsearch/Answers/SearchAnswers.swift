internal import CinemaCore

/// The answers of several searches that were asked in one request; each may
/// fail for itself.
struct SearchAnswers {
    private let responses: [JSONValue]
    private let source: String
    /// How long the server says that it took, in milliseconds.
    let took: Int?

    init(_ answer: IndexAnswer, source: String) throws(SearchFailure) {
        let root = try ParsedAnswer(answer, source: source).root
        responses = root.elements(of: "responses")
        self.source = source
        took = (root["took"]?.integer ?? responses.compactMap { $0["took"]?.integer }.max())
            .map { Int(clamping: $0) }
    }

    /// The answer of one search.
    func part(_ place: Int) throws(SearchFailure) -> JSONValue {
        guard responses.indices.contains(place) else {
            throw SearchFailure(
                CatalogError(
                    .invalidAnswer, source: source, cause: "an answer of several is missing"))
        }
        let response = responses[place]
        guard let error = response["error"] else { return response }
        throw SearchFailure(part: error, status: response["status"]?.integer, source: source)
    }
}

extension SearchFailure {
    /// What a server said of one search of several.
    init(part error: JSONValue, status: Int64?, source: String) {
        let cause = error.elements(of: "root_cause").first ?? error
        let type = cause["type"]?.string ?? error["type"]?.string
        let reason = cause["reason"]?.string ?? error.string ?? "no reason is given"
        let status = status.map { Int(clamping: $0) }
        let kind: CatalogError.Kind =
            switch status {
            case 401, 403: .unauthorized
            case 404: .notFound
            case 429, 503: .busy
            case 400: .unsupported
            default: .unavailable
            }
        self.init(
            CatalogError(
                kind == .notFound ? .unavailable : kind, source: source,
                cause: "the server refused a search (\(reason.prefix(200)))"),
            status: status, type: type)
    }

    /// Whether the layout that a question was made for is not there any more.
    var isOfAnOldLayout: Bool { type == "index_not_found_exception" || status == 404 }
}

extension ResultOrigin.Missing {
    /// What an answer says of shards that failed and of time that ran out;
    /// nil where all is there.
    init?(_ answer: JSONValue) {
        let failed = answer["_shards"]?["failed"]?.integer ?? 0
        let isLate = answer["timed_out"]?.boolean ?? false
        guard failed > 0 || isLate else { return nil }
        self.init(
            parts: Int(clamping: failed),
            of: Int(clamping: answer["_shards"]?["total"]?.integer ?? failed), timedOut: isLate)
    }

    init?(_ window: ResultWindow) {
        guard window.failedShards > 0 || window.timedOut else { return nil }
        self.init(parts: window.failedShards, of: window.shards, timedOut: window.timedOut)
    }
}
