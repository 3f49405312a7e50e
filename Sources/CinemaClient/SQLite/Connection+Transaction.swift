extension Connection {
    /// When a transaction takes its locks.
    enum TransactionKind: String, Sendable {
        /// At the first statement that needs one.
        case deferred = "BEGIN DEFERRED"
        /// At once; others may still read.
        case immediate = "BEGIN IMMEDIATE"
        /// At once; without a write-ahead log nobody else may read.
        case exclusive = "BEGIN EXCLUSIVE"
    }

    /// Runs `body` in a transaction, which is committed when it returns and
    /// rolled back when it or the commit fails. Transactions do not nest.
    func transaction<Result>(
        _ kind: TransactionKind = .immediate, _ body: () throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        try begin(kind)
        do throws(SQLiteError) {
            let result = try body()
            try commit()
            return result
        } catch {
            rollback()
            throw error
        }
    }

    /// Begins a transaction that ends with `commit()` or `rollback()`, for work
    /// that fails with more kinds of error, or that commits now and then.
    func begin(_ kind: TransactionKind = .immediate) throws(SQLiteError) {
        try run(kind.rawValue)
    }

    func commit() throws(SQLiteError) {
        try run("COMMIT")
    }

    /// Undoes the open transaction, if there is one.
    func rollback() {
        // Some failures (a full disk, say) have rolled it back already.
        guard isInTransaction else { return }
        // The error that led here is the one to tell. If even this fails,
        // closing the connection rolls back.
        try? run("ROLLBACK")
    }
}
