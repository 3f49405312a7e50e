extension Connection {
    /// The value of a pragma; nil if SQLite does not know it.
    ///
    /// See <https://www.sqlite.org/pragma.html>.
    func pragma(_ name: StaticString) throws(SQLiteError) -> SQLiteValue? {
        try firstRow("PRAGMA \(name)") { $0.value(0) }
    }

    /// Sets a pragma. SQLite ignores the ones it does not know.
    func setPragma(_ name: StaticString, to value: Int64) throws(SQLiteError) {
        try execute("PRAGMA \(name) = \(value)")
    }

    /// Sets a pragma to a keyword, such as `journal_mode` to `WAL`.
    func setPragma(_ name: StaticString, to keyword: StaticString) throws(SQLiteError) {
        try execute("PRAGMA \(name) = \(keyword)")
    }

    /// The version number a file carries for the program that made it.
    func userVersion() throws(SQLiteError) -> Int64 {
        try firstRow("PRAGMA user_version") { $0.integer(0) } ?? 0
    }

    func setUserVersion(_ version: Int32) throws(SQLiteError) {
        try setPragma("user_version", to: Int64(version))
    }
}
