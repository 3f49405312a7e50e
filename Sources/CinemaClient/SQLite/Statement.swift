import CSQLite

/// A prepared statement: parameters, one row at a time, columns.
///
/// Parameters count from 1 and columns from 0, as in SQLite. A statement
/// belongs to its connection's owner; it may outlive the connection, which is
/// then closed with the last of its statements.
///
/// See <https://www.sqlite.org/c3ref/stmt.html>.
final class Statement {
    let sql: String
    let handle: OpaquePointer

    /// Takes over `handle`.
    init(handle: OpaquePointer, sql: String) {
        self.handle = handle
        self.sql = sql
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Moves to the next row; false when there is none.
    func step() throws(SQLiteError) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw failure(code)
    }

    /// Runs to the end, skipping any rows, and is ready to run again.
    func run() throws(SQLiteError) {
        defer { reset() }
        while try step() {}
    }

    /// Calls `body` at every row that is left; the columns are read from the
    /// statement itself.
    func forEachRow(_ body: (Statement) throws(SQLiteError) -> Void) throws(SQLiteError) {
        while try step() {
            try body(self)
        }
    }

    /// Goes back before the first row; bound values stay.
    func reset() {
        // Its result repeats the failure of the last step, which was thrown.
        sqlite3_reset(handle)
    }

    /// Makes every parameter null.
    func clearBindings() {
        sqlite3_clear_bindings(handle)
    }

    private func failure(_ code: Int32) -> SQLiteError {
        SQLiteError(
            SQLiteCode(rawValue: code), database: sqlite3_db_handle(handle), sql: sql)
    }

    /// Throws unless `code` says that a value was bound.
    func check(_ code: Int32) throws(SQLiteError) {
        guard code == SQLITE_OK else { throw failure(code) }
    }
}
