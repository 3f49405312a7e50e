/// What a document alone tells of how a service is talked to.
struct DeclaredDialect: Equatable, Sendable {
    var routes: [APIDialect.Role: APIDialect.Route] = [:]
    /// The ways to sort each route by rating, the likeliest first.
    var styles: [APIDialect.Role: [SortStyle]] = [:]
    var firstPage = 1
    var stride = APIDialect.Stride.pages
    /// What the filter by genre seems to take, the likeliest first.
    var genreKeys: [APIDialect.GenreKey] = []
    var remarks: [String] = []

    init() {}

    /// `prefix` stands before every documented path.
    init(_ document: OpenAPIDocument, prefix: String) {
        for (role, operation) in RouteClassification(document.operations).routes {
            routes[role] = APIDialect.Route(operation, role: role, prefix: prefix)
            if Self.sorted.contains(role) { styles[role] = SortStyle.styles(operation) }
            if role == .films { readPaging(operation) }
        }
        for (role, styles) in styles { routes[role]?.sort(by: styles.first) }
    }

    /// The routes that list films.
    static let sorted: Set<APIDialect.Role> = [.films, .filmSearch, .filmsOfPerson, .filmsOfGenre]

    /// What the lists of films tell for all.
    private mutating func readPaging(_ operation: OpenAPIDocument.Operation) {
        let meanings = ParameterMeanings(operation.query())
        if let genre = meanings.genre { genreKeys = Self.genreKeys(genre) }
        guard let page = meanings.page else {
            stride = .single
            return
        }
        let isOffset = meanings.offset?.name == page.name
        if isOffset { stride = .offset }
        firstPage = page.schema.standard == "0" || isOffset ? 0 : 1
        if let minimum = page.schema.minimum, minimum > firstPage, minimum < 16 {
            firstPage = minimum
        }
    }

    private static func genreKeys(_ parameter: OpenAPIDocument.Parameter) -> [APIDialect.GenreKey] {
        let schema = parameter.schema
        if schema.isUUID || schema.types == ["integer"] { return [.identifier] }
        if !schema.values.isEmpty { return [.name] }
        let name = ParameterName(parameter.name)
        return name.words.contains("name") ? [.name, .identifier] : [.identifier, .name]
    }
}
