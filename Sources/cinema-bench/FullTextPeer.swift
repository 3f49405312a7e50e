import CinemaCore

/// SQLite's FTS5, used directly on the titles and people of a catalogue: what
/// the catalogue's own row lists are instead of.
///
/// Contentless indices in the order of rows, so that the first page is a walk
/// that ends early: titles with positions and all short prefixes, people
/// without positions and with the prefixes that films are found by.
final class FullTextPeer: SearchPeer {
    let name = "FTS5"
    let note: String

    private let database: SQLDatabase

    /// Opens the indices at `path`, or makes them of the catalogue's folded
    /// texts; what folding costs is not counted.
    init(catalogue: String, at path: String) throws {
        database = try SQLDatabase(path)
        if (try? database.number("SELECT milliseconds FROM made")) == nil {
            try Self.build(database, FullTextSource(catalogue: catalogue))
        }
        let seconds = try database.number("SELECT milliseconds FROM made") / 1_000
        let megabytes = try database.number(
            "SELECT ((SELECT sum(length(block)) FROM title_data)"
                + " + (SELECT sum(length(block)) FROM people_data)) / 1000000")
        note =
            "titles, then people, by rank, the rows alone;"
            + " built in \(seconds) s, \(megabytes) MB"
    }

    private static func build(_ database: SQLDatabase, _ source: FullTextSource) throws {
        let rows = try source.rows()
        let clock = ContinuousClock()
        let start = clock.now
        let options = "content='', columnsize=0, tokenize='unicode61 remove_diacritics 0'"
        try database.execute(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                + "DROP TABLE IF EXISTS title; DROP TABLE IF EXISTS people;"
                + "DROP TABLE IF EXISTS made;"
                + "CREATE VIRTUAL TABLE title USING fts5(text, prefix='1 2 3 4 5', \(options));"
                + "CREATE VIRTUAL TABLE people USING fts5("
                + "text, prefix='3 4 5', detail=none, \(options)); BEGIN")
        for row in rows {
            try database.insert(
                "INSERT INTO title (rowid, text) VALUES (?, ?)", row.row, [row.title])
            try database.insert(
                "INSERT INTO people (rowid, text) VALUES (?, ?)", row.row, [row.people])
        }
        try database.execute(
            "COMMIT; INSERT INTO title (title) VALUES ('optimize');"
                + "INSERT INTO people (people) VALUES ('optimize')")
        let milliseconds = Int((clock.now - start) / .milliseconds(1))
        database.finalizeStatements()
        try database.execute(
            "CREATE TABLE made (milliseconds); INSERT INTO made VALUES (\(milliseconds))")
    }

    func measure(_ kind: QueryKind, _ queries: [TypedQuery]) throws -> Measurement? {
        // It knows nothing of years and genres.
        guard kind != .filtered else { return nil }
        return try timed(queries) { _ = try firstPage($0) }
    }

    /// The first films of a query: titles, then people where there is room.
    private func firstPage(_ query: TypedQuery, limit: Int = 50) throws -> Int {
        let words = query.words.map { "\"\($0)\"" }
        let match = words.joined(separator: query.kind == .twoPrefixes ? "* " : " ") + "*"
        var count = 0
        try database.forEachRow(
            "SELECT rowid FROM title(?) ORDER BY rowid LIMIT \(limit)", [match]
        ) { _ in count += 1 }
        if count < limit, (query.words.last?.count ?? 0) >= 3 {
            try database.forEachRow(
                "SELECT rowid FROM people(?) ORDER BY rowid LIMIT \(limit)", [match]
            ) { _ in count += 1 }
        }
        return count
    }
}
