import CSQLite

/// What can be had of a catalogue's file in SQL alone: films by the beginning
/// of their title, with their rows, in the order of relevance.
///
/// Words within a title are no rows of a table, so they are not found.
final class PlainSQLPeer: SearchPeer {
    let name = "plain SQL"
    let note = "SQLite on the catalogue's own file: beginnings of titles and names, by rank"

    private let database: SQLDatabase

    init(catalogue: String) throws {
        database = try SQLDatabase(catalogue, readOnly: true)
        try database.execute("PRAGMA mmap_size = 2147418112")
        // Tells at once where the tables are others.
        try database.forEachRow(Self.films + " LIMIT 0", ["a", "b"]) { _ in }
        try database.forEachRow(Self.people + " LIMIT 0", ["a", "b"]) { _ in }
    }

    private static let film = """
        SELECT row, id, title, year, rating, reviews, genres, directors FROM film
        WHERE row = CAST(?1 AS INTEGER)
        """
    private static let films = """
        SELECT row, id, title, year, rating, reviews, genres, directors FROM film
        WHERE row IN (SELECT film FROM title_start WHERE text >= ?1 AND text < ?2)
        """
    private static let filtered = films + " AND year BETWEEN 1990 AND 2020 AND rating >= 50"
    private static let people = """
        SELECT row, id, name, films, known_for FROM person
        WHERE row IN (SELECT person FROM name_start WHERE text >= ?1 AND text < ?2)
        """
    private static let firstPage = " ORDER BY row LIMIT 50"

    /// Reads films by their numbers: what no search can do without.
    func read(rows: [Int]) throws {
        for row in rows {
            try database.forEachRow(Self.film, [String(row)], Self.read)
        }
    }

    func measure(_ kind: QueryKind, _ queries: [TypedQuery]) throws -> Measurement? {
        let sql: String
        switch kind {
        case .twoPrefixes: return nil
        case .filtered: sql = Self.filtered
        case .name: sql = Self.people
        default: sql = Self.films
        }
        return try timed(queries) { query in
            let beyond = query.text + "\u{10ffff}"
            try database.forEachRow(sql + Self.firstPage, [query.text, beyond], Self.read)
        }
    }

    /// Looks at every column, as one who shows them has to.
    private static func read(_ statement: OpaquePointer) {
        for column in 0..<sqlite3_column_count(statement) {
            _ = sqlite3_column_text(statement, column)
        }
    }
}
