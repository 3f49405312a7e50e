extension ServiceDialect {
    /// Text in the path, genres and directors as texts, a rating in quotes,
    /// and a minus that means ascending.
    public static let pathText = ServiceDialect(
        description: "text in the path",
        paths: paths(noun: "film").merging(
            [
                "filmSearch": "/api/v1/film/search/{search_string}",
                "personSearch": "/api/v1/persons/search/{search_string}",
            ], uniquingKeysWith: { $1 }
        ).filter { $0.key != "people" }, pageName: "page", sizeName: "page_size", size: 10,
        empty: .notFound, sorting: .minus(isInverted: true), genre: .name, textName: nil,
        filmRow: {
            row($0, "id", rating: $0.tenths.map { .string("\($0 / 10).\($0 % 10)") } ?? .null)
        },
        film: { film in
            .object([
                ("id", .string(film.id)), ("title", .string(film.title)),
                (
                    "imdb_rating",
                    film.tenths.map { .string("\($0 / 10).\($0 % 10)") } ?? .null
                ),
                ("description", ServiceJSON(film.description)),
                ("genre", .array(film.genres.map { .string($0.name) })),
                (
                    "director",
                    .string(film.directors.map(\.name).joined(separator: ", "))
                ),
                ("actors", names(film.actors, "id", "name")),
                ("writers", names(film.writers, "id", "name")),
            ])
        },
        personRow: { name($0, "id", "full_name") },
        person: { person, films in
            .object([
                ("id", .string(person.id)), ("full_name", .string(person.name)),
                ("actor", ids(films, of: person, as: "actor")),
                ("writer", ids(films, of: person, as: "writer")),
                ("director", ids(films, of: person, as: "director")),
            ])
        }, genreRow: { name($0, "id", "name") })

    /// A film without a rating is a failure of the page it is on; null for
    /// nothing; a token for everything.
    public static let fragile = ServiceDialect(
        description: "a failure at null", paths: paths(), pageName: "page_num",
        sizeName: "page_size", size: 20, mostRows: 100, empty: .null, sorting: .colon,
        genreName: "genre_id", genre: .identifier, token: "secret", failsAtUnrated: true,
        filmRow: { row($0, "film_uuid", rating: ServiceJSON(tenths: $0.tenths)) },
        film: { film in
            .object([
                ("film_uuid", .string(film.id)), ("title", .string(film.title)),
                ("imdb_rating", ServiceJSON(tenths: film.tenths)),
                ("description", ServiceJSON(film.description)),
                ("genres", names(film.genres, "uuid", "genre")),
                ("actors", names(film.actors, "uuid", "name")),
                ("writers", names(film.writers, "uuid", "name")),
                ("directors", names(film.directors, "uuid", "name")),
            ])
        },
        personRow: { name($0, "uuid", "name") },
        person: { person, films in
            .object([
                ("uuid", .string(person.id)), ("name", .string(person.name)),
                (
                    "role",
                    .object(roles(person, films).map { ($0, ids(films, of: person, as: $0)) })
                ),
            ])
        }, genreRow: { name($0, "uuid", "genre") })

    /// The list of an admin panel: whole films, no search, no document.
    public static let panel = ServiceDialect(
        description: "an admin panel",
        paths: ["films": "/api/v1/movies/", "film": "/api/v1/movies/{id}/"], pageName: "page",
        sizeName: nil, empty: .notFound, sorting: .none, genre: .none, hasDocument: false,
        list: { rows, total, page, size in
            let pages = (total + size - 1) / size
            return .object([
                ("count", ServiceJSON(total)), ("total_pages", ServiceJSON(pages)),
                ("prev", page > 1 ? ServiceJSON(page - 1) : .null),
                ("next", page < pages ? ServiceJSON(page + 1) : .null), ("results", .array(rows)),
            ])
        }, filmRow: { panelFilm($0) }, film: { panelFilm($0) }, personRow: { _ in .null },
        person: { _, _ in .null }, genreRow: { _ in .null })

    private static func panelFilm(_ film: ServiceFilm) -> ServiceJSON {
        func texts(_ names: [ServiceName]) -> ServiceJSON {
            .array(names.map { .string($0.name) })
        }
        return .object([
            ("id", .string(film.id)), ("title", .string(film.title)),
            ("description", ServiceJSON(film.description ?? "")),
            ("creation_date", ServiceJSON(film.created)),
            ("rating", ServiceJSON(tenths: film.tenths)), ("type", "movie"),
            ("genres", texts(film.genres)), ("actors", texts(film.actors)),
            ("directors", texts(film.directors)), ("writers", texts(film.writers)),
        ])
    }

    /// A path with a literal where the id should be, the id in a parameter.
    public static let literal = ServiceDialect(
        description: "literal paths",
        paths: [
            "films": "/api/v1/films", "filmSearch": "/api/v1/search/films",
            "film": "/api/v1/films/<uuid:UUID>", "genres": "/api/v1/genres",
            "people": "/api/v1/people", "personSearch": "/api/v1/search/people",
            "person": "/api/v1/people/<uuid:UUID>",
        ], pageName: "number", sizeName: "size", size: 20, paging: .clamped, empty: .list,
        sorting: .minus(isInverted: false), genre: .name, textName: "search_query",
        idName: "id",
        filmRow: { row($0, "uuid", rating: ServiceJSON(tenths: $0.tenths)) },
        film: { film in
            var members: [(String, ServiceJSON)] = [
                ("id", ServiceJSON(film.title.utf8.count)), ("uuid", .string(film.id)),
                ("title", .string(film.title)), ("genres", names(film.genres, "id", "name")),
                ("actors", names(film.actors, "id", "name")),
                ("writers", names(film.writers, "id", "name")),
                ("directors", .null),
                ("directors_names", .array(film.directors.map { .string($0.name) })),
            ]
            // What is not known is left out.
            if let tenths = film.tenths {
                members.append(("imdb_rating", ServiceJSON(tenths: tenths)))
            }
            if let text = film.description { members.append(("description", .string(text))) }
            return .object(members)
        },
        personRow: { name($0, "uuid", "full_name") },
        person: { person, films in
            .object([
                ("uuid", .string(person.id)), ("full_name", .string(person.name)),
                (
                    "films",
                    .array(
                        films.flatMap { film in
                            film.roles(of: person.id).map {
                                .object([(film.id, ServiceJSON.string($0))])
                            }
                        })
                ),
            ])
        }, genreRow: { name($0, "id", "name") })
}

extension ServiceDialect {
    static func paths(noun: String = "films", slash: String = "") -> [String: String] {
        [
            "films": "/api/v1/\(noun)\(slash)", "filmSearch": "/api/v1/\(noun)/search\(slash)",
            "film": "/api/v1/\(noun)/{film_id}\(slash)", "genres": "/api/v1/genres\(slash)",
            "genre": "/api/v1/genres/{genre_id}\(slash)", "people": "/api/v1/persons\(slash)",
            "personSearch": "/api/v1/persons/search\(slash)",
            "person": "/api/v1/persons/{person_id}\(slash)",
            "filmsOfPerson": "/api/v1/persons/{person_id}/film\(slash)",
        ]
    }

    static func row(
        _ film: ServiceFilm, _ idKey: String, rating: ServiceJSON, key: String = "imdb_rating"
    ) -> ServiceJSON {
        .object([(idKey, .string(film.id)), ("title", .string(film.title)), (key, rating)])
    }

    static func name(_ name: ServiceName, _ idKey: String, _ nameKey: String) -> ServiceJSON {
        .object([(idKey, .string(name.id)), (nameKey, .string(name.name))])
    }

    static func names(_ list: [ServiceName], _ idKey: String, _ nameKey: String) -> ServiceJSON {
        .array(list.map { name($0, idKey, nameKey) })
    }

    static func roles(_ person: ServiceName, _ films: [ServiceFilm]) -> [String] {
        ["actor", "writer", "director"].filter { role in
            films.contains { $0.roles(of: person.id).contains(role) }
        }
    }

    static func ids(
        _ films: [ServiceFilm], of person: ServiceName, as role: String
    ) -> ServiceJSON {
        .array(films.filter { $0.roles(of: person.id).contains(role) }.map { .string($0.id) })
    }
}
