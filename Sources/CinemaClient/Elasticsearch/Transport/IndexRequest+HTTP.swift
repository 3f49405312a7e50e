internal import CurlHTTP

extension IndexRequest {
    /// What a server is told: the same for all versions of it.
    ///
    /// Plain JSON: every version takes it and answers as itself. The vendor's
    /// media types with `compatible-with` ask a server for the answers of the
    /// version before it, and others than Elasticsearch 8 and 9 refuse them.
    struct Message: Hashable, Sendable {
        var method = HTTPMethod.get
        /// From the first slash on, with the query; escaped.
        var target: String
        var body: [UInt8]?
        var type = "application/json"
    }

    /// The request to the node at `address`, which has no slash at its end;
    /// nil where what should be the name of an index cannot be one.
    func httpRequest(at address: String) -> HTTPRequest? {
        guard let message else { return nil }
        var request = HTTPRequest(message.method, address + message.target, body: message.body)
        request.fields.set("Accept", "application/json")
        if message.body != nil { request.fields.set("Content-Type", message.type) }
        // Asking twice costs a little work there, or a place held open for
        // minutes.
        request.isQuestion = true
        return request
    }

    /// Nil where what should be the name of an index cannot be one.
    var message: Message? {
        switch self {
        case .banner: Message(target: "/")
        case .nodes:
            Message(
                target: "/_nodes/http?filter_path=cluster_name,nodes.*.roles,"
                    + "nodes.*.http.publish_address,error,status")
        case .mappings(let name):
            about(name, "_mapping", "expand_wildcards=open&filter_path=*.mappings,error,status")
        case .aliases(let name):
            about(name, "_alias", "expand_wildcards=open&filter_path=*.aliases,error,status")
        case .settings(let name): about(name, "_settings", "expand_wildcards=open")
        case .fieldCapabilities(let name): about(name, "_field_caps", "fields=*")
        case .indices:
            Message(
                target: "/_cat/indices?format=json&bytes=b&s=index&expand_wildcards=open"
                    + "&h=index,health,status,docs.count,docs.deleted,store.size,pri,rep")
        case .document(let index, let id): about(index, "_doc/" + Self.escaped(id), nil)
        default: postMessage ?? deleteMessage
        }
    }

    private var postMessage: Message? {
        switch self {
        case .count(let index, let body):
            post(index, "_count", "filter_path=count,_shards,error,status", body)
        case .search(nil, let body, let scoring):
            Message(
                method: .post, target: "/_search?" + Self.query(scoring), body: body.bytes)
        case .search(let index?, let body, let scoring):
            post(index, "_search", Self.query(scoring), body)
        case .multiSearch(let searches): multiMessage(searches)
        // `SearchServer.pointInTime` tells who is asked. Without a body: a
        // server that took the address for that of a new document, because the
        // nodes of a cluster are of two versions, would refuse an empty one.
        case .openPointInTime(let index, let style):
            post(
                index, style == .elasticsearch ? "_pit" : "_search/point_in_time",
                "keep_alive=\(Self.keepAlive)", nil)
        case .openScroll(let index, let body, let scoring):
            post(index, "_search", "scroll=\(Self.keepAlive)&" + Self.query(scoring), body)
        case .continueScroll(let id):
            Message(
                method: .post, target: "/_search/scroll" + Self.hits,
                body: (["scroll": .string(Self.keepAlive), "scroll_id": .string(id)] as SearchJSON)
                    .bytes)
        default: nil
        }
    }

    private var deleteMessage: Message? {
        switch self {
        case .closePointInTime(let point) where point.style == .elasticsearch:
            Message(
                method: .delete, target: "/_pit",
                body: (["id": .string(point.id)] as SearchJSON).bytes)
        case .closePointInTime(let point):
            Message(
                method: .delete, target: "/_search/point_in_time",
                body: (["pit_id": [.string(point.id)]] as SearchJSON).bytes)
        case .closeScroll(let id):
            Message(
                method: .delete, target: "/_search/scroll",
                body: (["scroll_id": [.string(id)]] as SearchJSON).bytes)
        default: nil
        }
    }

    /// Each search is two lines: which index, and what.
    private func multiMessage(_ searches: [Search]) -> Message? {
        var body: [UInt8] = []
        for search in searches {
            guard Self.isName(search.index) else { return nil }
            let names = search.index.split(separator: ",").map { SearchJSON.string(String($0)) }
            var line: SearchJSON = ["index": .array(names)]
            if let type = search.scoring.type { line["search_type"] = .string(type) }
            body += line.bytes + [0x0a]
            body += search.body.bytes + [0x0a]
        }
        return Message(
            method: .post, target: "/_msearch" + Self.hits, body: body,
            type: "application/x-ndjson")
    }
}

// Parts of messages.
extension IndexRequest {
    /// What the answer to a search leaves out: it is the same for each row, or
    /// nobody reads it. What is left out is named, so that nothing is missed
    /// that a later server tells. Empty lists (`hits.hits`, `buckets`) are left
    /// out by the way.
    private static let hitsQuery =
        "filter_path=-hits.hits._type,-hits.hits._ignored,-responses.hits.hits._type,"
        + "-responses.hits.hits._ignored,-_shards.skipped,-responses._shards.skipped"
    private static let hits = "?" + hitsQuery

    private static func query(_ scoring: Scoring) -> String {
        (scoring.type.map { "search_type=\($0)&" } ?? "") + hitsQuery
    }

    private func about(_ name: String?, _ what: String, _ query: String?) -> Message? {
        let query = query.map { "?" + $0 } ?? ""
        guard let name else { return Message(target: "/\(what)\(query)") }
        guard let index = Self.segment(name) else { return nil }
        return Message(target: "/\(index)/\(what)\(query)")
    }

    private func post(
        _ name: String, _ what: String, _ query: String, _ body: SearchJSON?
    ) -> Message? {
        guard let index = Self.segment(name) else { return nil }
        return Message(
            method: .post, target: "/\(index)/\(what)?\(query)", body: body?.bytes ?? [])
    }

    /// Whether a text may name indices: one name, or several apart by commas.
    ///
    /// What begins with an underscore is not one: in that place of an address
    /// it would be another request, and there are those that change something.
    static func isName(_ text: String) -> Bool {
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
        return text.utf8.count <= 4_000
            && names.allSatisfy { name in
                guard let first = name.utf8.first else { return false }
                return first != UInt8(ascii: "_") && name != "." && name != ".."
                    && name.utf8.allSatisfy { $0 > 0x20 && !#"/\?"<>|#%"#.utf8.contains($0) }
            }
    }

    private static func segment(_ name: String) -> String? {
        isName(name) ? HTTPURL.escaped(name, keeping: ",*:") : nil
    }

    /// An id as one segment of a path. Dots alone would be taken for a way up.
    private static func escaped(_ id: String) -> String {
        let isDots = id.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        return isDots ? id.utf8.map { _ in "%2E" }.joined() : HTTPURL.escaped(id)
    }
}

extension IndexRequest {
    /// Which index it is about; nil for none in particular.
    var index: String? {
        switch self {
        case .banner, .nodes, .indices, .closePointInTime, .continueScroll, .closeScroll: nil
        case .mappings(let name), .aliases(let name): name
        case .settings(let name), .fieldCapabilities(let name): name
        case .document(let index, _), .count(let index, _), .openPointInTime(let index, _),
            .openScroll(let index, _, _):
            index
        case .search(let index, _, _): index
        case .multiSearch(let searches): searches.first?.index
        }
    }
}
