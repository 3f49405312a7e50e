extension DeclaredDialect {
    /// The one dialect that is known beforehand, for a service that keeps its
    /// document to itself.
    static let assumed: DeclaredDialect = {
        let base = "/api/v1"
        let page = APIDialect.Parameter(name: "page_number", minimum: 1)
        let size = APIDialect.Parameter(name: "page_size", minimum: 1, maximum: 100)
        let text = APIDialect.Parameter(name: "query", isRequired: true)
        func list(_ path: String) -> APIDialect.Route {
            APIDialect.Route(path: base + path, page: page, size: size)
        }
        func search(_ path: String) -> APIDialect.Route {
            APIDialect.Route(path: base + path, page: page, size: size, text: text)
        }
        func one(_ path: String, _ variable: String) -> APIDialect.Route {
            APIDialect.Route(path: base + path, variable: variable)
        }
        var films = list("/films")
        films.genre = APIDialect.Parameter(name: "filter[genre]")
        let style = SortStyle(
            descending: [APIDialect.Item(name: "sort_by_rating", value: "desc")],
            ascending: [APIDialect.Item(name: "sort_by_rating", value: "asc")])
        films.sort(by: style)
        var dialect = DeclaredDialect()
        dialect.routes = [
            .films: films, .filmSearch: search("/films/search"),
            .film: one("/films/{film_id}", "{film_id}"),
            .genres: list("/genres"), .genre: one("/genres/{genre_id}", "{genre_id}"),
            .people: list("/persons"), .personSearch: search("/persons/search"),
            .person: one("/persons/{person_id}", "{person_id}"),
            .filmsOfPerson: one("/persons/{person_id}/film", "{person_id}"),
        ]
        dialect.styles = [.films: [style]]
        dialect.genreKeys = [.identifier, .name]
        return dialect
    }()
}

extension APIDialect {
    /// The list that an admin panel serves: films by page, and one film.
    static let adminPanel = APIDialect(
        family: .adminPanel,
        routes: [
            .films: Route(path: "/api/v1/movies/", page: Parameter(name: "page", minimum: 1)),
            .film: Route(path: "/api/v1/movies/{id}/", variable: "{id}"),
        ],
        pageRows: 50,
        remarks: ["an admin panel's list of films: it has no search, no order and no filter"])
}
