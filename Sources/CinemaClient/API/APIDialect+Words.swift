extension APIDialect {
    /// What was found out, in lines of two columns for a reader.
    var words: [String] {
        var lines: [String] = []
        func line(_ head: String, _ text: String) {
            lines.append(head + String(repeating: " ", count: max(1, 16 - head.count)) + text)
        }
        switch (family, document) {
        case (.adminPanel, _): line("service", "the list of an admin panel")
        case (.service, let document?): line("service", "a cinema API, as \(document) tells")
        case (.service, nil): line("service", "a cinema API without a document")
        }
        for role in Role.allCases {
            if let route = routes[role] { line(role.words, "GET \(route.words(firstPage, role))") }
        }
        line("sort", sortWords)
        line("genre filter", genreWords)
        line("paging", pagingWords)
        if needsToken { line("access", "asks for a token") }
        for remark in remarks { line("remark", remark) }
        return lines
    }

    private var sortWords: String {
        func text(_ items: [Item]?) -> String? {
            items.map { $0.map { "\($0.name)=\($0.value)" }.joined(separator: "&") }
        }
        let films = routes[.films]
        guard let best = text(films?.descending) else { return "none by rating" }
        return "best first \(best), "
            + (text(films?.ascending).map { "worst first \($0)" } ?? "no other way")
    }

    private var genreWords: String {
        let own = routes[.filmsOfGenre] == nil ? "none" : "by id, with a route of its own"
        guard let parameter = routes[.films]?.genre else { return own }
        switch genreKey {
        case .identifier: return "by id, \(parameter.name)=…"
        case .name: return "by name, \(parameter.name)=…"
        case .none: return own
        }
    }

    private var pagingWords: String {
        let rows = pageRows.map { ", \($0) films each" } ?? ""
        return switch stride {
        case .pages: "pages from \(firstPage)\(rows)"
        case .offset: "films to leave out, counted from \(firstPage)\(rows)"
        case .single: "one page\(pageRows.map { " of \($0) films" } ?? "")"
        }
    }
}

extension APIDialect.Role {
    fileprivate var words: String {
        switch self {
        case .films: "films"
        case .filmSearch: "film search"
        case .film: "film"
        case .genres: "genres"
        case .genreSearch: "genre search"
        case .genre: "genre"
        case .people: "people"
        case .personSearch: "people search"
        case .person: "person"
        case .filmsOfPerson: "person's films"
        case .filmsOfGenre: "genre's films"
        }
    }
}

extension APIDialect.Route {
    /// The address as documented, with what is asked for.
    fileprivate func words(_ firstPage: Int, _ role: APIDialect.Role) -> String {
        var items = fixed.map { "\($0.name)=\($0.value)" }
        if let text { items.append("\(text.name)=…") }
        items += idParameters.map { "\($0)=…" }
        if let page { items.append("\(page.name)=\(firstPage)…") }
        if let size { items.append("\(size.name)=\(rows(DialectDerivation.pageSize))") }
        return path + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
    }
}
