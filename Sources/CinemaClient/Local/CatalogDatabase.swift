internal import CinemaCore

/// An open catalogue file and the questions it answers, for one owner.
///
/// Everything is computed as sets of rows (`RowSet`): a word's rows are
/// stored with it, so what a query matches is a few unions and intersections,
/// exact totals included. Not FTS5, which gives rows one by one: its totals
/// need a second pass over every match, its tiers one query each that skips
/// what earlier ones found, and indexing people, titles and genres of 17,472
/// films takes it 0.7 s (`detail=column`, `prefix='3 4 5'`, SQLite 3.40)
/// against 0.4 s for all lists, the vocabulary and its near words.
final class CatalogDatabase {
    let connection: Connection
    let lastFilm: Int
    let lastPerson: Int
    /// As many reviews as make a rating worth believing.
    let enoughReviews: Int
    let shared: SharedMatches

    /// All genres by row from 1, at index 0 the first.
    let genres: [GenreRow]
    private(set) var roles: [Role] = []
    private(set) var labels: [LabelKind: [LabelRow]] = [:]

    var ordered = BoundedCache<FilmQuery, OrderedRows>(capacity: 4)

    struct GenreRow {
        var summary: GenreSummary
        var description: String?
        var title: FoldedTitle
    }

    struct LabelRow {
        var name: String
        var title: FoldedTitle
    }

    /// The rows of a word or a beginning.
    struct SetKey: Hashable {
        var kind: PrefixKind
        var text: String
        var isPrefix: Bool
    }

    /// Fails with `.notADatabase` where there is no catalogue, and with
    /// `.schema` where it is one of another version.
    init(_ connection: Connection, shared: SharedMatches) throws(SQLiteError) {
        try CatalogSchema.check(connection)
        self.connection = connection
        self.shared = shared
        // 2 MB of pages; a key's pages are few and small.
        try connection.setPragma("cache_size", to: -2_048)
        func last(_ sql: String) throws(SQLiteError) -> Int {
            Int(clamping: try connection.firstRow(sql) { $0.integer(0) } ?? 0)
        }
        lastFilm = try last("SELECT max(row) FROM film")
        lastPerson = try last("SELECT max(row) FROM person")
        enoughReviews = try last("SELECT value FROM property WHERE name = 'enough_reviews'")
        guard lastFilm <= Int(UInt32.max) / 2, lastPerson <= Int(UInt32.max) / 2 else {
            throw .damagedRecord
        }
        genres = try connection.rows(
            "SELECT id, name, films, description FROM genre ORDER BY row"
        ) { statement in
            let name = statement.string(1)
            return GenreRow(
                summary: GenreSummary(
                    id: Identifier(StoredIdentifier.text(statement, 0)), name: name,
                    films: Int(clamping: statement.integer(2))),
                description: statement.optionalString(3), title: FoldedTitle(name))
        }
    }

    func genre(_ row: Int) -> GenreRow? {
        genres.indices.contains(row - 1) ? genres[row - 1] : nil
    }

    /// The roles by bit.
    func allRoles() throws(SQLiteError) -> [Role] {
        if roles.isEmpty {
            roles = try connection.rows(
                "SELECT name FROM label WHERE kind = ? ORDER BY row",
                [.integer(Int64(LabelKind.role.rawValue))]
            ) { Role($0.string(0)) }
        }
        return roles
    }

    /// Countries, languages or types by row from 1, at index 0 the first.
    func labels(_ kind: LabelKind) throws(SQLiteError) -> [LabelRow] {
        if let known = labels[kind] { return known }
        let rows = try connection.rows(
            "SELECT name FROM label WHERE kind = ? ORDER BY row", [.integer(Int64(kind.rawValue))]
        ) { statement in
            let name = statement.string(0)
            return LabelRow(name: name, title: FoldedTitle(name))
        }
        labels[kind] = rows
        return rows
    }

    /// The films of every genre, by row from 1, at index 0 the first.
    func allGenreFilms() throws(SQLiteError) -> [RowSet] {
        if let known = shared.genreFilms { return known }
        var sets: [RowSet] = []
        for row in 1..<(genres.count + 1) { sets.append(try films(of: .genre, row)) }
        shared.genreFilms = sets
        return sets
    }

    /// The films of a genre, country, language or type.
    func films(of kind: LabelKind, _ row: Int) throws(SQLiteError) -> RowSet {
        var set = RowSet(lastRow: lastFilm)
        try connection.withStatement("SELECT films FROM label_films WHERE key = ?") {
            (statement) throws(SQLiteError) in
            try statement.bind(kind.key(row), at: 1)
            guard try statement.step() else { return }
            try statement.withBytes(0) { (bytes) throws(SQLiteError) in
                try Posting.add(bytes, to: &set)
            }
        }
        return set
    }
}
