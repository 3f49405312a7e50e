extension ServiceDialect {
    public static let all = [first, slashes, envelope, pathText, fragile, panel, literal]

    /// Words for the sort, one genre by id, a page behind the last is the
    /// last, nothing found is 404.
    public static let first = ServiceDialect(
        description: "words and a clamp", paths: paths(), pageName: "page_number",
        sizeName: "page_size", size: 25, mostRows: 100, paging: .clamped, empty: .notFound,
        sortName: "sort_by_rating", sorting: .words, genreName: "filter[genre]",
        genre: .identifier,
        filmRow: { row($0, "id", rating: ServiceJSON(tenths: $0.tenths)) },
        film: { film in
            .object([
                ("id", .string(film.id)), ("title", .string(film.title)),
                ("imdb_rating", ServiceJSON(tenths: film.tenths)),
                ("description", ServiceJSON(film.description)),
                ("creation_date", ServiceJSON(film.created)),
                ("genres", names(film.genres, "id", "name")),
                ("actors", names(film.actors, "id", "full_name")),
                ("writers", names(film.writers, "id", "full_name")),
                ("directors", names(film.directors, "id", "full_name")),
            ])
        },
        personRow: { name($0, "id", "full_name") },
        person: { person, films in
            .object([
                ("id", .string(person.id)), ("full_name", .string(person.name)),
                ("role", .array(roles(person, films).map { .string($0) })),
                ("film_ids", .array(films.map { .string($0.id) })),
            ])
        }, genreRow: { name($0, "id", "name") })

    /// Brackets in the names of parameters, a slash behind every path, genres
    /// by name, and empty lists.
    public static let slashes = ServiceDialect(
        description: "brackets and slashes", paths: paths(slash: "/"), pageName: "page[number]",
        sizeName: "page[size]", empty: .list, sorting: .minus(isInverted: false),
        genreName: "filter[genre]", genre: .name,
        filmRow: { row($0, "uuid", rating: ServiceJSON(tenths: $0.tenths)) },
        film: { film in
            .object([
                ("uuid", .string(film.id)), ("title", .string(film.title)),
                ("imdb_rating", ServiceJSON(tenths: film.tenths)),
                ("description", ServiceJSON(film.description)),
                ("genre", names(film.genres, "uuid", "name")),
                ("actors", names(film.actors, "uuid", "full_name")),
                ("writers", names(film.writers, "uuid", "full_name")),
                ("directors", names(film.directors, "uuid", "full_name")),
            ])
        },
        personRow: { name($0, "uuid", "full_name") },
        person: { person, films in
            .object([
                ("uuid", .string(person.id)), ("full_name", .string(person.name)),
                (
                    "films",
                    .array(
                        films.map { film in
                            .object([
                                ("uuid", .string(film.id)),
                                ("roles", .array(film.roles(of: person.id).map { .string($0) })),
                            ])
                        })
                ),
            ])
        }, genreRow: { name($0, "uuid", "name") })

    /// An envelope that counts, pages that are offsets, from 0.
    public static let envelope = ServiceDialect(
        description: "an envelope and offsets", paths: paths(), pageName: "page",
        sizeName: "size", firstPage: 0, size: 20, mostRows: 50, paging: .offset, empty: .list,
        sorting: .minus(isInverted: false), ratingName: "rating", genre: .identifier,
        leastLetters: 3,
        list: { rows, total, page, size in
            .object([
                ("items", .array(rows)), ("total", ServiceJSON(total)), ("page", ServiceJSON(page)),
                ("size", ServiceJSON(size)), ("pages", ServiceJSON((total + size - 1) / size)),
            ])
        },
        filmRow: { row($0, "id", rating: ServiceJSON(tenths: $0.tenths), key: "rating") },
        film: { film in
            .object([
                ("id", .string(film.id)), ("title", .string(film.title)),
                ("rating", ServiceJSON(tenths: film.tenths)),
                ("description", ServiceJSON(film.description)),
                (
                    "genres",
                    .array(film.genres.map { .object([("id", .string($0.id))]) })
                ),
                ("actors", names(film.actors, "id", "name")),
                ("writers", names(film.writers, "id", "name")),
                ("director", names(film.directors, "id", "name")),
            ])
        },
        personRow: { name($0, "id", "name") },
        person: { person, films in
            .object([
                ("id", .string(person.id)), ("name", .string(person.name)),
                (
                    "films",
                    .array(
                        roles(person, films).map { role in
                            .object([
                                ("role", .string(role)),
                                ("film_ids", ids(films, of: person, as: role)),
                            ])
                        })
                ),
            ])
        }, genreRow: { name($0, "id", "name") })
}
