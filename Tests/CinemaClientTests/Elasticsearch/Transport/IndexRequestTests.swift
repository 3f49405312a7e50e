import CurlHTTP
import Testing

@testable import CinemaClient

/// One request of each kind, by its name: a new kind does not compile before
/// it has one.
private func kind(_ request: IndexRequest) -> String {
    switch request {
    case .banner: "banner"
    case .nodes: "nodes"
    case .mappings: "mappings"
    case .aliases: "aliases"
    case .settings: "settings"
    case .fieldCapabilities: "fieldCapabilities"
    case .indices: "indices"
    case .document: "document"
    case .count: "count"
    case .search: "search"
    case .multiSearch: "multiSearch"
    case .openPointInTime: "openPointInTime"
    case .closePointInTime: "closePointInTime"
    case .openScroll: "openScroll"
    case .continueScroll: "continueScroll"
    case .closeScroll: "closeScroll"
    }
}

private let body: SearchJSON = ["query": ["match_all": [:]]]

/// Everything that can be asked, with its method and path.
private let requests: [(IndexRequest, String)] = [
    (.banner, "GET /"),
    (.nodes, "GET /_nodes/http"),
    (.mappings(nil), "GET /_mapping"),
    (.mappings("films"), "GET /films/_mapping"),
    (.aliases(nil), "GET /_alias"),
    (.aliases("films,people"), "GET /films,people/_alias"),
    (.settings("films"), "GET /films/_settings"),
    (.fieldCapabilities("films*"), "GET /films*/_field_caps"),
    (.indices, "GET /_cat/indices"),
    (.document(index: "films", id: "a/b c?"), "GET /films/_doc/a%2Fb%20c%3F"),
    (.document(index: "films", id: ".."), "GET /films/_doc/%2E%2E"),
    (.count(index: "films", body), "POST /films/_count"),
    (.search(index: "films", body), "POST /films/_search"),
    (.search(index: nil, body), "POST /_search"),
    (.multiSearch([.init(index: "films", body: body)]), "POST /_msearch"),
    (.openPointInTime(index: "films", .elasticsearch), "POST /films/_pit"),
    (.openPointInTime(index: "films", .openSearch), "POST /films/_search/point_in_time"),
    (.closePointInTime(PointInTime(id: "p", style: .elasticsearch)), "DELETE /_pit"),
    (
        .closePointInTime(PointInTime(id: "p", style: .openSearch)),
        "DELETE /_search/point_in_time"
    ),
    (.openScroll(index: "films", body), "POST /films/_search"),
    (.continueScroll(id: "s"), "POST /_search/scroll"),
    (.closeScroll(id: "s"), "DELETE /_search/scroll"),
]

@Suite("A request to an index")
struct IndexRequestTests {
    private func path(_ request: IndexRequest) throws -> String {
        let message = try #require(request.message)
        return "\(message.method.rawValue) \(message.target.prefix { $0 != "?" })"
    }

    private func text(_ request: IndexRequest) throws -> String {
        String(decoding: try #require(request.message?.body), as: UTF8.self)
    }

    @Test("is one of these, each with its method and path")
    func all() throws {
        #expect(Set(requests.map { kind($0.0) }).count == 16)
        for (request, expected) in requests { #expect(try path(request) == expected) }
    }

    @Test("asks, or opens and closes what it holds open itself, and nothing else")
    func closedSet() throws {
        let posts = ["_search", "_msearch", "_count", "_pit", "point_in_time", "scroll"]
        let deletions = ["/_pit", "/_search/point_in_time", "/_search/scroll"]
        for (request, _) in requests {
            let message = try #require(request.message)
            let target = message.target.prefix { $0 != "?" }
            switch message.method {
            case .get: #expect(message.body == nil)
            case .post:
                let last = target.split(separator: "/").last.map(String.init) ?? ""
                #expect(posts.contains(last), "\(target)")
            case .delete: #expect(deletions.contains(String(target)))
            }
        }
    }

    @Test(
        "is none where what should be an index could be something else",
        arguments: [
            "_scripts", "_all", "a,_bulk", "", "a,", "a/_doc", "a?b", "..", "a b", "a%2Fb", "a\nb",
            "a#b",
        ])
    func names(name: String) {
        let all: [IndexRequest] = [
            .mappings(name), .aliases(name), .settings(name), .fieldCapabilities(name),
            .document(index: name, id: "1"), .count(index: name, body),
            .search(index: name, body), .multiSearch([.init(index: name, body: body)]),
            .openPointInTime(index: name, .elasticsearch),
            .openPointInTime(index: name, .openSearch), .openScroll(index: name, body),
        ]
        for request in all { #expect(request.message == nil) }
    }

    @Test("that opens a point in time has no body, which older servers would keep")
    func opening() throws {
        for style in [PointInTime.Style.elasticsearch, .openSearch] {
            let message = try #require(
                IndexRequest.openPointInTime(index: "films", style).message)
            #expect(message.body == [] && message.target.hasSuffix("?keep_alive=2m"))
        }
    }

    @Test("has the body that its server wants")
    func bodies() throws {
        let search = IndexRequest.Search(index: "films,old", body: ["size": 1])
        #expect(
            try text(.multiSearch([search, search]))
                == "{\"index\":[\"films\",\"old\"]}\n{\"size\":1}\n{\"index\":[\"films\",\"old\"]}\n{\"size\":1}\n"
        )
        #expect(try text(.continueScroll(id: "s")) == #"{"scroll":"2m","scroll_id":"s"}"#)
        #expect(try text(.closeScroll(id: "s")) == #"{"scroll_id":["s"]}"#)
        let points = [PointInTime.Style.elasticsearch, .openSearch].map {
            IndexRequest.closePointInTime(PointInTime(id: "p", style: $0))
        }
        #expect(try points.map(text) == [#"{"id":"p"}"#, #"{"pit_id":["p"]}"#])
    }

    @Test("says of whose numbers scores are made where they have to compare between shards")
    func scoring() throws {
        let requests: [IndexRequest] = [
            .search(index: "films", body, scoring: .byIndex),
            .search(index: nil, body, scoring: .byIndex),
            .openScroll(index: "films", body, scoring: .byIndex),
        ]
        for request in requests {
            let target = try #require(request.message).target
            #expect(target.contains("search_type=dfs_query_then_fetch&filter_path="), "\(target)")
        }
        #expect(try #require(requests[2].message).target.contains("?scroll=2m&"))
        let both: [IndexRequest.Search] = [
            .init(index: "films", body: ["size": 1], scoring: .byIndex),
            .init(index: "people", body: ["size": 2]),
        ]
        let lines = try text(.multiSearch(both)).split(separator: "\n")
        #expect(lines[0] == #"{"index":["films"],"search_type":"dfs_query_then_fetch"}"#)
        #expect(lines[2] == #"{"index":["people"]}"#)
        let plain = try #require(IndexRequest.search(index: "films", body).message)
        #expect(!plain.target.contains("search_type"))
    }

    @Test("is JSON, and said to be only a question")
    func fields() throws {
        let plain = try #require(
            IndexRequest.search(index: "films", body).httpRequest(at: "http://host:9200/es"))
        #expect(plain.url.hasPrefix("http://host:9200/es/films/_search?filter_path=-"))
        #expect(plain.fields["content-type"] == "application/json" && plain.isRepeatable)
        let lines = try #require(
            IndexRequest.multiSearch([.init(index: "films", body: body)]).httpRequest(
                at: "http://h"))
        #expect(lines.fields["content-type"] == "application/x-ndjson")
        let banner = try #require(IndexRequest.banner.httpRequest(at: "http://h"))
        #expect(banner.fields["content-type"] == nil && banner.fields["accept"] != nil)
    }
}
