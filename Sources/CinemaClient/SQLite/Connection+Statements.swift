import CSQLite

extension Connection {
    /// Runs every statement of a script, which takes no values.
    func execute(_ script: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, script, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw SQLiteError(SQLiteCode(rawValue: code), database: handle, sql: script)
        }
    }

    /// Runs one statement to its end.
    func run(_ sql: String, _ values: [SQLiteValue] = []) throws(SQLiteError) {
        try withStatement(sql) { (statement) throws(SQLiteError) in
            try statement.bind(values)
            while try statement.step() {}
        }
    }

    /// Calls `body` at every row.
    func forEachRow(
        _ sql: String, _ values: [SQLiteValue] = [],
        _ body: (Statement) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        try withStatement(sql) { (statement) throws(SQLiteError) in
            try statement.bind(values)
            try statement.forEachRow(body)
        }
    }

    /// What `body` makes of the first row; nil if there is none.
    func firstRow<Result>(
        _ sql: String, _ values: [SQLiteValue] = [],
        _ body: (Statement) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result? {
        try withStatement(sql) { (statement) throws(SQLiteError) in
            try statement.bind(values)
            return try statement.step() ? body(statement) : nil
        }
    }

    /// What `body` makes of every row.
    func rows<Result>(
        _ sql: String, _ values: [SQLiteValue] = [],
        _ body: (Statement) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> [Result] {
        var results: [Result] = []
        try forEachRow(sql, values) { (statement) throws(SQLiteError) in
            results.append(try body(statement))
        }
        return results
    }
}
