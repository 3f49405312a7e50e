/// Owns one connection to a catalogue file and answers on its own thread.
actor CatalogReader {
    private let thread = SerialThread()
    private let database: CatalogDatabase

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(path: String, shared: SharedMatches) throws(SQLiteError) {
        let connection = try Connection(path: path, access: .immutable)
        database = try CatalogDatabase(connection, shared: shared)
    }

    init(_ connection: sending Connection, shared: SharedMatches) throws(SQLiteError) {
        database = try CatalogDatabase(connection, shared: shared)
    }

    /// Runs one question; it fails with `SQLiteCode.interrupt` soon after
    /// `handle` was interrupted.
    func answer<Answer: Sendable>(
        _ handle: InterruptHandle,
        _ question: @Sendable (CatalogDatabase) throws(SQLiteError) -> Answer
    ) -> Result<Answer, SQLiteError> {
        Result { () throws(SQLiteError) in
            try database.connection.interruptible(by: handle) { () throws(SQLiteError) in
                try question(database)
            }
        }
    }

    /// Runs other work on the reader's thread.
    func perform<Result: Sendable>(_ work: @Sendable () -> Result) -> Result { work() }
}
