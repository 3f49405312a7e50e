internal import CinemaCore

/// A list that a service can give page by page: the route, and what narrows
/// and orders it.
struct APIList: Hashable {
    enum Order: Hashable {
        case descending, ascending
        /// The service's own: relevance of a search.
        case own
    }

    var role: APIDialect.Role
    var order = Order.own
    /// What the genre parameter takes.
    var genre: String?
    var text: String?
    /// Whose list it is: a person's or a genre's.
    var id: String?

    /// Whether nothing narrows the list.
    var isWhole: Bool { genre == nil && text == nil && id == nil }

    /// The same list of the words alone; nil where there are no others.
    var ofPlainText: APIList? {
        guard let text else { return nil }
        let plain = ServerText.plain(text)
        guard plain != text, !plain.isEmpty else { return nil }
        var list = self
        list.text = plain
        return list
    }

    /// Whether a service may take its text for syntax, and fail at it.
    var mayBeMisread: Bool { ofPlainText != nil }

    /// Rows that are asked for at once where the service allows it.
    static let mostRows = 100

    /// The rows of a page in this dialect.
    func size(_ dialect: APIDialect) -> Int {
        if isOfFilms, let rows = dialect.pageRows, rows > 0 { return rows }
        guard let size = dialect.routes[role]?.size else { return Self.mostRows }
        return min(max(Self.mostRows, size.minimum ?? 1), max(1, size.maximum ?? Self.mostRows))
    }

    private var isOfFilms: Bool { role == .films }

    /// Whether a page reaches beyond what a search server gives of one result
    /// (`index.max_result_window`); services fail there, each in its way.
    static func isBehindWindow(offset: Int, size: Int) -> Bool { offset + size > 10_000 }

    /// What asks for `size` rows from row `offset` on, a multiple of `size`;
    /// nil where there is no such page.
    func target(_ dialect: APIDialect, offset: Int, size: Int) -> String? {
        guard let route = dialect.routes[role], size > 0 else { return nil }
        var question = APIDialect.Route.Question(size: size, genre: genre, text: text)
        question.identifier = id
        switch order {
        case .descending: question.sort = route.descending ?? []
        case .ascending: question.sort = route.ascending ?? []
        case .own: break
        }
        guard offset > 0 else {
            question.page = dialect.firstPage
            return route.target(question)
        }
        guard let page = route.page, dialect.stride != .single else { return nil }
        let number = dialect.firstPage + (dialect.stride == .offset ? offset : offset / size)
        if let maximum = page.maximum, number > maximum { return nil }
        question.page = number
        return route.target(question)
    }

    /// Whether a page may have `size` rows.
    func allows(size: Int, _ dialect: APIDialect) -> Bool {
        guard let parameter = dialect.routes[role]?.size, !isOfFilms || dialect.pageRows == nil
        else { return false }
        return size >= max(1, parameter.minimum ?? 1)
    }
}
