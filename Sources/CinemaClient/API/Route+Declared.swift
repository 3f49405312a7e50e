extension APIDialect.Route {
    /// A route as its document describes it; `prefix` stands before its path.
    init(_ operation: OpenAPIDocument.Operation, role: APIDialect.Role, prefix: String) {
        self.init(path: prefix + operation.path)
        for case .variable(let name?) in RoutePath(operation.path).words { variable = name }
        let query = operation.query()
        let meanings = ParameterMeanings(query)
        if Self.lists.contains(role) {
            page = meanings.page.map(APIDialect.Parameter.init)
            size = meanings.size.map(APIDialect.Parameter.init)
        }
        if role == .films || role == .filmSearch {
            genre = meanings.genre.map(APIDialect.Parameter.init)
        }
        if Self.searches.contains(role) {
            text = meanings.text(isSearch: true).map(APIDialect.Parameter.init)
        }
        if Self.keyed.contains(role) {
            idParameters = query.filter {
                ($0.isRequired || variable == nil) && ParameterName($0.name).isIdentifier
            }.map(\.name)
        }
        let known = Set(([page, size, genre, text].compactMap { $0?.name }) + idParameters)
        fixed = query.filter { $0.isRequired && !known.contains($0.name) }
            .map { APIDialect.Item(name: $0.name, value: Self.standing($0)) }
    }

    /// Takes the order by rating; a parameter that is required stays in
    /// `fixed` for the requests that ask for no order.
    mutating func sort(by style: SortStyle?) {
        descending = style?.descending
        ascending = style?.ascending
        for item in style?.descending ?? [] {
            if let index = fixed.firstIndex(where: { $0.name == item.name }) { fixed[index] = item }
        }
    }

    /// A value for a parameter that has to be there and means nothing to us.
    private static func standing(_ parameter: OpenAPIDocument.Parameter) -> String {
        let schema = parameter.schema
        if let value = schema.standard ?? schema.values.first { return value }
        if schema.types.contains("boolean") { return "false" }
        if schema.types.contains("integer") || schema.types.contains("number") {
            return String(schema.minimum ?? 0)
        }
        return ""
    }

    static let lists: Set<APIDialect.Role> = [
        .films, .filmSearch, .genres, .genreSearch, .people, .personSearch, .filmsOfPerson,
        .filmsOfGenre,
    ]
    static let searches: Set<APIDialect.Role> = [.filmSearch, .genreSearch, .personSearch]
    /// Those that are asked with an id.
    static let keyed: Set<APIDialect.Role> = [
        .film, .genre, .person, .filmsOfPerson, .filmsOfGenre,
    ]
}

extension APIDialect.Parameter {
    init(_ parameter: OpenAPIDocument.Parameter) {
        self.init(
            name: parameter.name, minimum: parameter.schema.minimum,
            maximum: parameter.schema.maximum,
            minimumLength: parameter.schema.minimumLength, isRequired: parameter.isRequired)
    }
}
