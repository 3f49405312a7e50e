// How a dialect is remembered.
extension APIDialect {
    /// Writes its members into an object.
    func write(to writer: inout JSONWriter) {
        writer.member("family", family.rawValue)
        writer.member("firstPage", firstPage)
        writer.member("stride", stride.rawValue)
        writer.member("genreKey", genreKey.rawValue)
        writer.member("pageRows", pageRows)
        writer.member("needsToken", needsToken)
        writer.member("document", document)
        writer.array("remarks") { list in
            for remark in remarks { list.element(remark) }
        }
        writer.object("routes") { list in
            for role in Role.allCases {
                guard let route = routes[role] else { continue }
                list.object(role.rawValue) { route.write(to: &$0) }
            }
        }
    }

    /// Nil for what no dialect was written as.
    init?(reading value: JSONValue) {
        guard let family = value["family"]?.string.flatMap(Family.init),
            let firstPage = value["firstPage"]?.integer, (0...1000).contains(firstPage),
            let stride = value["stride"]?.string.flatMap(Stride.init),
            let genreKey = value["genreKey"]?.string.flatMap(GenreKey.init),
            let list = value["routes"], let remarks = value["remarks"]
        else { return nil }
        var routes: [Role: Route] = [:]
        for (key, route) in list.members {
            guard let role = key.string.flatMap(Role.init), let route = Route(reading: route)
            else { return nil }
            routes[role] = route
        }
        self.init(
            family: family, routes: routes, firstPage: Int(clamping: firstPage), stride: stride,
            genreKey: genreKey,
            pageRows: value["pageRows"]?.integer.map { Int(clamping: min(max(0, $0), 1 << 20)) },
            needsToken: value["needsToken"]?.boolean ?? false, document: value["document"]?.string,
            remarks: remarks.elements.compactMap(\.string))
    }
}

extension APIDialect.Route {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("path", path)
        writer.member("variable", variable)
        writer.array("idParameters") { list in
            for name in idParameters { list.element(name) }
        }
        let parameters = [("page", page), ("size", size), ("genre", genre), ("text", text)]
        for case (let key, let parameter?) in parameters {
            writer.object(key) { parameter.write(to: &$0) }
        }
        let items = [("fixed", fixed), ("ascending", ascending), ("descending", descending)]
        for case (let key, let items?) in items {
            writer.array(key) { list in
                for item in items {
                    list.object {
                        $0.member("name", item.name)
                        $0.member("value", item.value)
                    }
                }
            }
        }
    }

    fileprivate init?(reading value: JSONValue) {
        guard let path = value["path"]?.string, path.hasPrefix("/") else { return nil }
        func parameter(_ key: String) -> APIDialect.Parameter? {
            value[key].flatMap { APIDialect.Parameter(reading: $0) }
        }
        func items(_ key: String) -> [APIDialect.Item]? {
            value[key].map { list in
                list.elements.compactMap { item in
                    guard let name = item["name"]?.string, let value = item["value"]?.string
                    else { return nil }
                    return APIDialect.Item(name: name, value: value)
                }
            }
        }
        self.init(
            path: path, variable: value["variable"]?.string,
            idParameters: value["idParameters"]?.elements.compactMap(\.string) ?? [],
            fixed: items("fixed") ?? [], page: parameter("page"), size: parameter("size"),
            genre: parameter("genre"), text: parameter("text"), ascending: items("ascending"),
            descending: items("descending"))
    }
}

extension APIDialect.Parameter {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("name", name)
        writer.member("minimum", minimum)
        writer.member("maximum", maximum)
        writer.member("minimumLength", minimumLength)
        writer.member("isRequired", isRequired)
    }

    fileprivate init?(reading value: JSONValue) {
        guard let name = value["name"]?.string else { return nil }
        func number(_ key: String) -> Int? { value[key]?.integer.map { Int(clamping: $0) } }
        self.init(
            name: name, minimum: number("minimum"), maximum: number("maximum"),
            minimumLength: number("minimumLength"),
            isRequired: value["isRequired"]?.boolean ?? false)
    }
}
