import CSQLite

/// A connection to one SQLite database.
///
/// Not `Sendable`: a connection, its statements and whatever they lend belong
/// to one owner, an actor as a rule. That owner is the lock, so SQLite's own
/// mutexes are off. `InterruptHandle` is the part that may cross threads.
///
/// See <https://www.sqlite.org/c3ref/sqlite3.html>.
final class Connection {
    /// What may be done with the file.
    enum Access: Sendable {
        case readOnly
        /// Makes the file if there is none.
        case readWrite
        /// Reads a file that nobody changes: no locks, no journal is looked
        /// for. Wrong answers if it does change.
        case immutable
    }

    let handle: OpaquePointer
    private var cache: StatementCache
    private(set) var interruptHandle: InterruptHandle?

    /// Opens the database file at `path`.
    ///
    /// The file is not read before the first statement, so damage shows then.
    ///
    /// - Parameters:
    ///   - busyTimeout: How long a statement waits for another process.
    ///   - cachedStatements: How many prepared statements are kept.
    init(
        path: String, access: Access, busyTimeout: Duration = .seconds(5),
        cachedStatements: Int = 64
    ) throws(SQLiteError) {
        // A C string would end at the null, at another file.
        guard !path.utf8.contains(0) else {
            throw SQLiteError(.cannotOpen, message: "the path contains a null")
        }
        let name = DatabaseName(path: path, access: access)
        handle = try Self.open(name)
        cache = StatementCache(capacity: cachedStatements)
        sqlite3_busy_timeout(handle, busyTimeout.wholeMilliseconds)
        // A file may come from anywhere: its schema may not call what reaches
        // outside it. And "text" in double quotes is a name, not a value.
        csqlite_set_option(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        csqlite_set_option(handle, SQLITE_DBCONFIG_DQS_DML, 0)
        csqlite_set_option(handle, SQLITE_DBCONFIG_DQS_DDL, 0)
    }

    /// Opens a database of its own in memory.
    static func inMemory() throws(SQLiteError) -> Connection {
        try Connection(path: ":memory:", access: .readWrite)
    }

    deinit {
        cache.removeAll()
        // Statements that are still held keep the database until they go.
        sqlite3_close_v2(handle)
    }

    private static func open(_ name: DatabaseName) throws(SQLiteError) -> OpaquePointer {
        var database: OpaquePointer?
        let code = sqlite3_open_v2(
            name.text, &database, name.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let database else {
            let error = SQLiteError(SQLiteCode(rawValue: code), database: database)
            sqlite3_close_v2(database)
            throw error
        }
        return database
    }

    /// The rows that the last `INSERT`, `UPDATE` or `DELETE` changed.
    var changes: Int64 {
        sqlite3_changes64(handle)
    }

    var lastInsertedRow: Int64 {
        sqlite3_last_insert_rowid(handle)
    }

    /// Whether a transaction is open.
    var isInTransaction: Bool {
        sqlite3_get_autocommit(handle) == 0
    }

    /// Prepares a statement that the caller keeps; `withStatement` is cheaper
    /// for one that runs now and then.
    func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        try prepare(sql, flags: 0)
    }

    /// Lends a prepared statement, reset and without bindings; it is so again,
    /// and kept for the next time, when `body` ends.
    func withStatement<Result>(
        _ sql: String, _ body: (Statement) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        let statement = try cached(sql)
        defer {
            statement.reset()
            statement.clearBindings()
            cache.put(statement)
        }
        return try body(statement)
    }

    private func cached(_ sql: String) throws(SQLiteError) -> Statement {
        if let statement = cache.take(sql) { return statement }
        return try prepare(sql, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
    }

    private func prepare(_ sql: String, flags: UInt32) throws(SQLiteError) -> Statement {
        var statement: OpaquePointer?
        var text = sql
        var hasMore = false
        let code = text.withUTF8 { characters in
            characters.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v3(
                    handle, characters.baseAddress, Int32(clamping: characters.count), flags,
                    &statement, &tail)
                hasMore = characters.contains(after: tail)
                return code
            }
        }
        guard code == SQLITE_OK else {
            throw SQLiteError(SQLiteCode(rawValue: code), database: handle, sql: sql)
        }
        guard let statement else {
            throw SQLiteError(.misuse, message: "there is no statement", sql: sql)
        }
        let prepared = Statement(handle: statement, sql: sql)
        guard !hasMore else {
            throw SQLiteError(.misuse, message: "there is more than one statement", sql: sql)
        }
        return prepared
    }

    /// Runs `body`, whose statements fail with `SQLiteCode.interrupt` soon
    /// after `interrupt` is called on `interruptHandle`.
    ///
    /// Once the call has returned, the handle has no hold on this connection.
    /// A handle that was interrupted before makes the call fail at once. While
    /// a statement waits for another process's lock it does not hear.
    func interruptible<Result>(
        by interruptHandle: InterruptHandle, _ body: () throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        guard !interruptHandle.isInterrupted else { throw SQLiteError(.interrupt) }
        let outer = self.interruptHandle
        observe(interruptHandle)
        defer { observe(outer) }
        return try body()
    }

    /// Throws `SQLiteCode.interrupt` if the handle of `interruptible` was
    /// interrupted: for work between statements, which SQLite does not watch.
    func checkInterruption() throws(SQLiteError) {
        try interruptHandle?.check()
    }

    /// Lets SQLite ask `interruptHandle` as it works.
    func observe(_ interruptHandle: InterruptHandle?) {
        // The stored reference keeps the handle alive for as long as SQLite
        // has its address.
        defer { self.interruptHandle = interruptHandle }
        guard let interruptHandle else {
            sqlite3_progress_handler(handle, 0, nil, nil)
            return
        }
        let context = Unmanaged.passUnretained(interruptHandle).toOpaque()
        sqlite3_progress_handler(handle, Self.instructionsBetweenLooks, isInterrupted, context)
    }

    /// Some 10 µs of work, against which a look costs nothing.
    private static let instructionsBetweenLooks: Int32 = 256
}

/// SQLite's question whether to stop; not zero to stop.
private func isInterrupted(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context else { return 0 }
    let handle = Unmanaged<InterruptHandle>.fromOpaque(context).takeUnretainedValue()
    return handle.isInterrupted ? 1 : 0
}

extension UnsafeBufferPointer<CChar> {
    /// Whether anything but blanks and semicolons follows `tail`.
    fileprivate func contains(after tail: UnsafePointer<CChar>?) -> Bool {
        guard let baseAddress, let tail else { return false }
        return self[(tail - baseAddress)...].contains { character in
            character > 0x20 && character != 0x3B || character < 0
        }
    }
}

extension Duration {
    /// At least 0, and no more than SQLite can take.
    fileprivate var wholeMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        guard seconds < Int64(Int32.max / 1_000) else { return .max }
        return max(0, Int32(clamping: seconds * 1_000 + milliseconds))
    }
}
