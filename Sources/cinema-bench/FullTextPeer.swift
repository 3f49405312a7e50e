import CSQLite
import CinemaCore

/// SQLite's FTS5, used directly on the titles and people of a catalogue: what
/// the catalogue's own row lists are instead of.
///
/// Contentless indices in the order of rows, so that the first page is a walk
/// that ends early: titles with positions and all short prefixes, people
/// without positions and with the prefixes that films are found by.
final class FullTextPeer {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private typealias Row = (row: Int64, title: String, people: String)

    private let database: OpaquePointer
    private var rows: [Row] = []
    private var statements: [String: OpaquePointer] = [:]

    /// Takes the folded texts from the catalogue file at `catalogue`.
    init(catalogue: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open(":memory:", &opened) == SQLITE_OK, let opened else {
            throw Failure(description: "FTS5: no database")
        }
        database = opened
        try execute("ATTACH '\(catalogue)' AS catalogue")
        let names = try names()
        try forEachRow(
            "SELECT f.row, f.title, d.credits FROM catalogue.film f"
                + " JOIN catalogue.film_detail d USING (row) ORDER BY f.row"
        ) { statement in
            let title = Self.folded(Self.text(statement, 1))
            let people = Self.people(statement, 2).map { names[$0] }.joined(separator: " ")
            rows.append((sqlite3_column_int64(statement, 0), title, people))
        }
        finalizeStatements()
        try execute("DETACH catalogue")
    }

    deinit {
        finalizeStatements()
        sqlite3_close_v2(database)
    }

    /// Makes the indices; what folding costs is not in it.
    func build() throws {
        finalizeStatements()
        try execute("DROP TABLE IF EXISTS title; DROP TABLE IF EXISTS people")
        let options = "content='', columnsize=0, tokenize='unicode61 remove_diacritics 0'"
        try execute(
            "CREATE VIRTUAL TABLE title USING fts5(text, prefix='1 2 3 4 5', \(options));"
                + "CREATE VIRTUAL TABLE people USING fts5("
                + "text, prefix='3 4 5', detail=none, \(options)); BEGIN")
        try insert("INSERT INTO title (rowid, text) VALUES (?, ?)") { $0.title }
        try insert("INSERT INTO people (rowid, text) VALUES (?, ?)") { $0.people }
        try execute(
            "COMMIT; INSERT INTO title (title) VALUES ('optimize');"
                + "INSERT INTO people (people) VALUES ('optimize')")
    }

    /// The bytes of the indices.
    func size() throws -> Int {
        var size = 0
        try forEachRow(
            "SELECT (SELECT sum(length(block)) FROM title_data)"
                + " + (SELECT sum(length(block)) FROM people_data)"
        ) { size = Int(sqlite3_column_int64($0, 0)) }
        return size
    }

    /// The first films of a query: titles, then people where there is room.
    func firstPage(_ query: Query, limit: Int = 50) throws -> Int {
        guard let match = query.match else { return 0 }
        var count = try number(
            of: "SELECT rowid FROM title(?) ORDER BY rowid LIMIT \(limit)", match)
        if count < limit, query.findsPeople {
            count += try number(
                of: "SELECT rowid FROM people(?) ORDER BY rowid LIMIT \(limit)", match)
        }
        return count
    }

    /// How many films match.
    func total(_ query: Query) throws -> Int {
        guard let match = query.match else { return 0 }
        let titles = "SELECT rowid FROM title(?1)"
        let sql = query.findsPeople ? "\(titles) UNION SELECT rowid FROM people(?1)" : titles
        var total = 0
        try forEachRow("SELECT count(*) FROM (\(sql))", match) {
            total = Int(sqlite3_column_int64($0, 0))
        }
        return total
    }

    /// What is typed, the last word a prefix.
    struct Query {
        let match: String?
        let findsPeople: Bool

        init(_ typed: String) {
            let words = TextFolding.words(in: typed).flatMap(\.parts)
            match = words.isEmpty ? nil : words.map { "\"\($0)\"" }.joined(separator: " ") + "*"
            findsPeople = (words.last?.count ?? 0) >= 3
        }
    }

    private func names() throws -> [String] {
        var names = [""]
        try forEachRow("SELECT name FROM catalogue.person ORDER BY row") {
            names.append(Self.folded(Self.text($0, 0)))
        }
        return names
    }

    /// Split and, where that is another word, joined.
    private static func folded(_ text: String) -> String {
        TextFolding.words(in: text)
            .flatMap { $0.isSimple ? $0.parts : $0.parts + [$0.joined] }
            .joined(separator: " ")
    }

    private static func text(_ statement: OpaquePointer, _ column: Int32) -> String {
        sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
    }

    /// The people of packed credits: pairs of a person and roles.
    private static func people(_ statement: OpaquePointer, _ column: Int32) -> [Int] {
        let bytes = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, column),
            count: Int(sqlite3_column_bytes(statement, column)))
        var numbers: [Int] = []
        var number = 0
        var shift = 0
        for byte in bytes {
            number |= Int(byte & 0x7f) << shift
            shift += 7
            guard byte < 0x80 else { continue }
            numbers.append(number)
            number = 0
            shift = 0
        }
        return stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    }

    private func insert(_ sql: String, _ text: (Row) -> String) throws {
        try withStatement(sql) { statement in
            for row in rows {
                sqlite3_bind_int64(statement, 1, row.row)
                bind(text(row), to: statement, at: 2)
                guard sqlite3_step(statement) == SQLITE_DONE else { throw failure() }
                sqlite3_reset(statement)
            }
        }
    }

    private func number(of sql: String, _ match: String) throws -> Int {
        var count = 0
        try forEachRow(sql, match) { _ in count += 1 }
        return count
    }

    private func forEachRow(
        _ sql: String, _ text: String? = nil, _ body: (OpaquePointer) throws -> Void
    ) throws {
        try withStatement(sql) { statement in
            if let text { bind(text, to: statement, at: 1) }
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW: try body(statement)
                case SQLITE_DONE: return
                default: throw failure()
                }
            }
        }
    }

    /// Lends a statement, prepared once, as the catalogue does with its own.
    private func withStatement(_ sql: String, _ body: (OpaquePointer) throws -> Void) throws {
        let statement = try statements[sql] ?? prepare(sql)
        statements[sql] = statement
        defer { sqlite3_reset(statement) }
        try body(statement)
    }

    private func prepare(_ sql: String) throws -> OpaquePointer {
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &prepared, nil) == SQLITE_OK, let prepared
        else { throw failure() }
        return prepared
    }

    private func finalizeStatements() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
    }

    private func bind(_ text: String, to statement: OpaquePointer, at index: Int32) {
        var text = text
        text.withUTF8 { bytes in
            _ = csqlite_bind_text(statement, index, bytes.baseAddress, UInt64(bytes.count))
        }
    }

    private func execute(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    private func failure() -> Failure {
        Failure(description: "FTS5: " + String(cString: sqlite3_errmsg(database)))
    }
}
