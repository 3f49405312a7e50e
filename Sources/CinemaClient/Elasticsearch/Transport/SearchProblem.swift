internal import CinemaCore

/// What a search server says of a request that failed, as it says it.
struct SearchProblem: Equatable, Sendable {
    /// What it calls it: `index_not_found_exception`. The cause's where the
    /// whole is only the failure of all shards.
    var type: String?
    /// In its words, as one short line.
    var reason: String?
    var index: String?

    /// Whether the answer is one of a search server at all, rather than of
    /// something in front of it: JSON.
    private(set) var isOfServer = false

    init(_ body: [UInt8]) {
        guard body.count <= 1 << 20 else { return }
        let document = JSONDocument(depth: 64)
        guard let root = try? document.parse(body), root.kind == .object else { return }
        isOfServer = true
        if let error = root["error"] { read(error) }
    }

    /// The `error` of one answer of several (`_msearch`).
    init(_ error: JSONValue) {
        isOfServer = true
        read(error)
    }

    private mutating func read(_ error: JSONValue) {
        defer { if reason.map(Self.isAddress) ?? false { reason = type.map(Self.words) } }
        // "no handler found for uri", and what is said of a wrong method.
        if let text = error.string {
            reason = ErrorDetail.line(text)
            return
        }
        type = error["type"]?.string
        reason = error["reason"]?.string.flatMap(ErrorDetail.line)
        index = error["index"]?.string
        // The whole says "all shards failed"; why says its cause.
        let first = error["root_cause"]?.elements.first { _ in true }
        let shard = error["failed_shards"]?.elements.first { _ in true }?["reason"]
        guard let cause = first ?? shard else { return }
        index = index ?? cause["index"]?.string
        guard type == "search_phase_execution_exception" || type == nil else { return }
        let deepest = shard?["caused_by"] ?? cause
        type = cause["type"]?.string ?? type
        reason = (deepest["reason"] ?? cause["reason"])?.string.flatMap(ErrorDetail.line) ?? reason
    }

    /// Whether a reason is no words but where it happened:
    /// `[node-1][127.0.0.1:9300][indices:data/read/search[phase/query]]`.
    private static func isAddress(_ reason: String) -> Bool {
        reason.hasPrefix("[") && reason.contains(text: "][indices:") && reason.hasSuffix("]")
    }

    /// `no_shard_available_action_exception` in words.
    private static func words(_ type: String) -> String {
        var words = type.split(separator: "_")
        while let last = words.last, ["exception", "action"].contains(last) { words.removeLast() }
        return words.joined(separator: " ")
    }
}
