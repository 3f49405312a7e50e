/// What a page of an API is a list of.
protocol APIRecord {
    /// What tells it from others.
    var identity: String { get }

    /// The page of a body; nil if that has no list.
    static func read(
        _ normalizer: inout APINormalizer, _ body: JSONValue
    ) -> APINormalizer.RowPage<Self>?
}

extension FilmRecord: APIRecord {
    var identity: String { id ?? "" }

    static func read(
        _ normalizer: inout APINormalizer, _ body: JSONValue
    ) -> APINormalizer.RowPage<FilmRecord>? { normalizer.films(body) }
}

extension PersonRecord: APIRecord {
    var identity: String { id }

    static func read(
        _ normalizer: inout APINormalizer, _ body: JSONValue
    ) -> APINormalizer.RowPage<PersonRecord>? { normalizer.people(body) }
}

extension GenreRecord: APIRecord {
    var identity: String { id }

    static func read(
        _ normalizer: inout APINormalizer, _ body: JSONValue
    ) -> APINormalizer.RowPage<GenreRecord>? { normalizer.genres(body) }
}
