import CSQLite

/// SQLite used directly: statements prepared once and stepped.
final class SQLDatabase {
    private let database: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    init(_ path: String, readOnly: Bool = false) throws {
        let flags =
            readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw BenchmarkFailure("\(path) cannot be opened")
        }
        database = opened
    }

    deinit {
        finalizeStatements()
        sqlite3_close_v2(database)
    }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    /// Steps through the rows of a statement.
    func forEachRow(
        _ sql: String, _ texts: [String] = [], _ body: (OpaquePointer) throws -> Void
    ) throws {
        try withStatement(sql) { statement in
            for (index, text) in texts.enumerated() {
                Self.bind(text, to: statement, at: Int32(index + 1))
            }
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW: try body(statement)
                case SQLITE_DONE: return
                default: throw failure()
                }
            }
        }
    }

    /// Inserts a row: a number, then texts.
    func insert(_ sql: String, _ number: Int64, _ texts: [String]) throws {
        try withStatement(sql) { statement in
            sqlite3_bind_int64(statement, 1, number)
            for (index, text) in texts.enumerated() {
                Self.bind(text, to: statement, at: Int32(index + 2))
            }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw failure() }
        }
    }

    func number(_ sql: String) throws -> Int {
        var number = 0
        try forEachRow(sql) { number = Int(sqlite3_column_int64($0, 0)) }
        return number
    }

    func finalizeStatements() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
    }

    static func text(_ statement: OpaquePointer, _ column: Int32) -> String {
        sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
    }

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

    private static func bind(_ text: String, to statement: OpaquePointer, at index: Int32) {
        var text = text
        text.withUTF8 { bytes in
            _ = csqlite_bind_text(statement, index, bytes.baseAddress, UInt64(bytes.count))
        }
    }

    private func failure() -> BenchmarkFailure {
        BenchmarkFailure("SQLite: " + String(cString: sqlite3_errmsg(database)))
    }
}
