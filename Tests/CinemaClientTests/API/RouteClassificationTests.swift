import Testing

@testable import CinemaClient

struct RouteClassificationTests {
    private typealias Route = ServiceDocument.Route

    private func roles(_ routes: [Route]) throws -> [APIDialect.Role: String] {
        let document = try OpenAPIDocument(reading: ServiceDocument(routes: routes).bytes)
        return RouteClassification(document.operations).routes.mapValues(\.path)
    }

    private func roles(_ paths: String...) throws -> [APIDialect.Role: String] {
        try roles(paths.map { Route(path: $0) })
    }

    @Test(arguments: [
        "/api/v1", "/v1", "/v1/api", "/api", "", "/cinema/api/v1", "/movies/api/v2", "/x",
    ])
    func prefixesAreNoNouns(prefix: String) throws {
        let roles = try roles(
            "\(prefix)/films", "\(prefix)/films/search", "\(prefix)/films/{film_id}",
            "\(prefix)/genres/", "\(prefix)/genres/{id}", "\(prefix)/persons/search",
            "\(prefix)/persons/{id}", "\(prefix)/persons/{id}/film/")
        #expect(
            roles == [
                .films: "\(prefix)/films", .filmSearch: "\(prefix)/films/search",
                .film: "\(prefix)/films/{film_id}", .genres: "\(prefix)/genres/",
                .genre: "\(prefix)/genres/{id}", .personSearch: "\(prefix)/persons/search",
                .person: "\(prefix)/persons/{id}", .filmsOfPerson: "\(prefix)/persons/{id}/film/",
            ])
    }

    @Test(arguments: [
        ("/api/v1/movies", APIDialect.Role.films), ("/api/v1/show/", .films),
        ("/api/v1/films/movies/", .films), ("/api/v1/genres/genres/", .genres),
        ("/people", .people), ("/search/films", .filmSearch),
        ("/api/v1/search/people/", .personSearch),
        ("/genres/get/{id}", .genre), ("/films/<uuid:UUID>/", .film),
        ("/films/<{id}:UUID>/", .film),
        ("/film/search/{text}", .filmSearch), ("/film/genre/{genre_id}", .filmsOfGenre),
        ("/genres/{id}/films", .filmsOfGenre), ("/person/{id}/movies/", .filmsOfPerson),
        ("/films/by_id/{id}", .film), ("/films-list", .films), ("/search_movies", .filmSearch),
        ("/films/list/all", .films), ("/films/person/{id}", .filmsOfPerson),
    ])
    func oddPathsHaveARole(path: String, role: APIDialect.Role) throws {
        #expect(try roles(path) == [role: path])
    }

    @Test(arguments: [
        "/films/alike/{id}", "/films/{id}/similar", "/films/newest", "/auth/persons", "/health",
        "/",
        "/users/{id}/films", "/bookmarks/films", "/api/v1/auth/person/{id}", "/films/{id}/genres",
        "/api/v1/reviews/film/{id}", "/{anything}", "/films/{id}/{other}",
    ])
    func whatIsNotTheCatalogueHasNone(path: String) throws {
        #expect(try roles(path).isEmpty)
    }

    @Test func lowestVersionWins() throws {
        let roles = try roles(
            "/api/v2/films", "/api/v1/films", "/api/v2/films/{id}", "/api/v1/films/{id}")
        #expect(roles == [.films: "/api/v1/films", .film: "/api/v1/films/{id}"])
    }

    @Test func listAndDetailMayHaveDifferentNouns() throws {
        let roles = try roles(
            "/api/v1/films", "/api/v1/film/{film_id}", "/api/v1/person/{id}/films")
        #expect(roles[.films] == "/api/v1/films" && roles[.film] == "/api/v1/film/{film_id}")
    }

    @Test func listThatTakesATextIsTheSearch() throws {
        let roles = try roles([
            Route(path: "/film/", parameters: [ServiceDocument.query("query")]),
            Route(path: "/person/", parameters: [ServiceDocument.query("page")]),
            Route(path: "/films/search", method: "post"),
        ])
        #expect(roles == [.films: "/film/", .filmSearch: "/film/", .people: "/person/"])
    }

    @Test func ownSearchIsPreferredToAList() throws {
        let roles = try roles([
            Route(path: "/film/", parameters: [ServiceDocument.query("query")]),
            Route(path: "/film/search", parameters: [ServiceDocument.query("captain")]),
        ])
        #expect(roles[.filmSearch] == "/film/search")
    }

    @Test func searchWithoutAListListsAll() throws {
        let search = Route(path: "/films/search", parameters: [ServiceDocument.query("query")])
        #expect(try roles([search])[.films] == "/films/search")
        let strict = Route(
            path: "/films/search", parameters: [ServiceDocument.query("query", required: true)])
        #expect(try roles([strict])[.films] == nil)
    }

    @Test func identifierMayBeAParameterOnly() throws {
        let roles = try roles([
            Route(path: "/films/"),
            Route(
                path: "/films/detail",
                parameters: [ServiceDocument.query("film_id", required: true)]),
        ])
        #expect(roles == [.films: "/films/", .film: "/films/detail"])
    }
}
