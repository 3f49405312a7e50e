import CinemaTestSupport

@testable import CinemaClient

extension ServiceDialect {
    /// What is to be derived of the service.
    var dialect: APIDialect {
        var routes: [APIDialect.Role: APIDialect.Route] = [:]
        for (name, path) in paths {
            guard let role = APIDialect.Role(rawValue: name) else { continue }
            routes[role] = route(role, path)
        }
        var dialect = APIDialect(routes: routes)
        dialect.family = hasDocument ? .service : .adminPanel
        dialect.firstPage = firstPage
        if case .offset = paging { dialect.stride = .offset }
        dialect.genreKey =
            switch genre {
            case .identifier: .identifier
            case .name: .name
            case .none: .none
            }
        dialect.needsToken = token != nil
        dialect.document = hasDocument ? "/api/openapi.json" : nil
        return dialect
    }

    private func route(_ role: APIDialect.Role, _ path: String) -> APIDialect.Route {
        var route = APIDialect.Route(path: path)
        if let open = path.firstIndex(of: "{"), let close = path.firstIndex(of: "}") {
            route.variable = String(path[open...close])
        }
        if let idName, path.contains("<") { route.idParameters = [idName] }
        if role == .films || role == .filmSearch || role == .genres || role == .people
            || role == .personSearch
        {
            route.page = APIDialect.Parameter(name: pageName, minimum: firstPage)
            route.size = sizeName.map {
                APIDialect.Parameter(name: $0, minimum: 1, maximum: mostRows)
            }
        }
        if role == .filmSearch || role == .personSearch, let textName {
            route.text = APIDialect.Parameter(name: textName, isRequired: true)
            if role == .filmSearch { route.text?.minimumLength = leastLetters }
        }
        if role == .films {
            if case .none = genre {} else { route.genre = APIDialect.Parameter(name: genreName) }
            route.descending = sortValue(descending: true).map {
                [APIDialect.Item(name: sortName, value: $0)]
            }
            route.ascending = sortValue(descending: false).map {
                [APIDialect.Item(name: sortName, value: $0)]
            }
        }
        return route
    }
}

extension DialectService {
    /// The service as a catalogue, asked without a network.
    func catalog(_ provider: DialectProvider? = nil) -> APICatalog {
        let dialect = dialect.dialect
        return APICatalog(
            name: "service", address: "http://films.test",
            client: client(token: self.dialect.token),
            provider: provider ?? { _ in dialect })
    }
}
