extension DialectService {
    /// What FastAPI would tell of the service.
    public var document: ServiceJSON {
        let paths = dialect.paths.sorted { $0.value < $1.value }.map { role, path in
            (path, ServiceJSON.object([("get", operation(role, path))]))
        }
        return .object([
            ("openapi", "3.0.2"), ("info", ["title": "films", "version": "1"]),
            ("paths", .object(paths)),
        ])
    }

    private func operation(_ role: String, _ path: String) -> ServiceJSON {
        var parameters: [ServiceJSON] = []
        if let open = path.firstIndex(of: "{"), let close = path.firstIndex(of: "}") {
            let name = String(path[path.index(after: open)..<close])
            parameters.append(
                Self.parameter(name, "path", true, Self.text(isID: name != "search_string")))
        }
        if let idName = dialect.idName, path.contains("<") {
            parameters.append(Self.parameter(idName, "query", true, Self.text(isID: true)))
        }
        if role == "films" {
            parameters += sorting
            if let genre { parameters.append(genre) }
        }
        if role == "filmSearch" || role == "personSearch", let name = dialect.textName {
            var schema = Self.text(isID: false)
            if role == "filmSearch", let least = dialect.leastLetters {
                schema = .object([("type", "string"), ("minLength", ServiceJSON(least))])
            }
            parameters.append(Self.parameter(name, "query", true, schema))
        }
        if ["films", "filmSearch", "genres", "people", "personSearch"].contains(role) {
            parameters += paging
        }
        return .object([
            ("parameters", .array(parameters)),
            ("responses", ["200": ["description": "Successful Response"]]),
        ])
    }

    private var paging: [ServiceJSON] {
        var page: [(String, ServiceJSON)] = [
            ("type", "integer"), ("default", ServiceJSON(dialect.firstPage)),
        ]
        page.append(("minimum", ServiceJSON(dialect.firstPage)))
        var parameters = [Self.parameter(dialect.pageName, "query", false, .object(page))]
        if let name = dialect.sizeName {
            var size: [(String, ServiceJSON)] = [
                ("type", "integer"), ("default", ServiceJSON(dialect.size)), ("minimum", 1),
            ]
            if let most = dialect.mostRows { size.append(("maximum", ServiceJSON(most))) }
            parameters.append(Self.parameter(name, "query", false, .object(size)))
        }
        return parameters
    }

    private var sorting: [ServiceJSON] {
        guard let best = dialect.sortValue(descending: true) else { return [] }
        var schema: [(String, ServiceJSON)] = [("type", "string"), ("default", .string(best))]
        if case .words = dialect.sorting { schema.append(("enum", ["asc", "desc"])) }
        return [Self.parameter(dialect.sortName, "query", false, .object(schema))]
    }

    private var genre: ServiceJSON? {
        switch dialect.genre {
        case .identifier:
            Self.parameter(dialect.genreName, "query", false, Self.text(isID: true))
        case .name: Self.parameter(dialect.genreName, "query", false, Self.text(isID: false))
        case .none: nil
        }
    }

    private static func text(isID: Bool) -> ServiceJSON {
        isID ? ["type": "string", "format": "uuid"] : ["type": "string"]
    }

    private static func parameter(
        _ name: String, _ place: String, _ isRequired: Bool, _ schema: ServiceJSON
    ) -> ServiceJSON {
        .object([
            ("name", .string(name)), ("in", .string(place)), ("required", .boolean(isRequired)),
            ("schema", schema),
        ])
    }
}
