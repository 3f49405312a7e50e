@testable import CinemaClient

/// Documents as FastAPI writes them, of a few words each.
struct ServiceDocument {
    struct Route {
        var path: String
        var method = "get"
        var parameters: [String] = []
        /// The keys of the rows of its list.
        var rows: [String] = []
    }

    var version = "3.0.2"
    var server: String?
    var schemas = "{}"
    var routes: [Route] = []

    var text: String {
        let paths = Dictionary(grouping: routes, by: \.path).sorted { $0.key < $1.key }
            .map { path, routes in
                "\"\(path)\":{\(routes.map(Self.operation).joined(separator: ","))}"
            }
        let servers = server.map { "\"servers\":[{\"url\":\"\($0)\"}]," } ?? ""
        return """
            {"openapi":"\(version)",\(servers)"paths":{\(paths.joined(separator: ","))},\
            "components":{"schemas":\(schemas)}}
            """
    }

    var bytes: [UInt8] { Array(text.utf8) }

    private static func operation(_ route: Route) -> String {
        let properties = route.rows.map { "\"\($0)\":{}" }.joined(separator: ",")
        let answer = """
            {"200":{"content":{"application/json":{"schema":{"type":"array",\
            "items":{"properties":{\(properties)}}}}}}}
            """
        return """
            "\(route.method)":{"parameters":[\(route.parameters.joined(separator: ","))],\
            "responses":\(answer)}
            """
    }

    /// A parameter of the query string; `schema` is the inside of its schema.
    static func query(
        _ name: String, _ schema: String = #""type":"string""#, required: Bool = false
    ) -> String {
        #"{"in":"query","name":"\#(name)","required":\#(required),"schema":{\#(schema)}}"#
    }

    static func path(_ name: String) -> String {
        #"{"in":"path","name":"\#(name)","required":true,"schema":{"type":"string"}}"#
    }

    static let number = #""type":"integer","minimum":1,"default":1"#
    static let size = #""type":"integer","minimum":1,"maximum":100,"default":50"#

    /// A usual service, whose list of films has these parameters.
    static func usual(
        prefix: String = "/api/v1", list: [String] = [query("sort"), query("filter[genre]")],
        page: String? = query("page[number]", number), size: String? = query("page[size]", size)
    ) -> ServiceDocument {
        ServiceDocument(routes: [
            Route(
                path: "\(prefix)/films/", parameters: list + [page, size].compactMap { $0 },
                rows: ["uuid", "title", "imdb_rating"]),
            Route(
                path: "\(prefix)/films/search",
                parameters: [query("query", required: true)] + [page, size].compactMap { $0 }),
            Route(path: "\(prefix)/films/{film_id}", parameters: [path("film_id")]),
            Route(path: "\(prefix)/genres/"),
            Route(path: "\(prefix)/genres/{genre_id}", parameters: [path("genre_id")]),
            Route(path: "\(prefix)/persons/{person_id}", parameters: [path("person_id")]),
            Route(path: "\(prefix)/persons/{person_id}/film", parameters: [path("person_id")]),
        ])
    }
}
