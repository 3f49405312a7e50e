extension Connection {
    /// Sees to it that the file is one of ours: of that application id and
    /// version (sqlite.org/pragma.html), or a new one, which gets its tables
    /// unless `makes` is false.
    ///
    /// Throws `.notADatabase`, with `complaint`, for any other.
    func prepare(
        applicationID: Int64, version: Int32, tables: String, makes: Bool = true, complaint: String
    ) throws(SQLiteError) {
        let id = try firstRow("PRAGMA application_id") { $0.integer(0) } ?? 0
        let found = try userVersion()
        guard id == 0 || id == applicationID, found == 0 || found == version else {
            throw SQLiteError(.notADatabase, message: complaint)
        }
        guard found == 0, makes else { return }
        try transaction { () throws(SQLiteError) in
            try execute(tables)
            try setPragma("application_id", to: applicationID)
            try setUserVersion(version)
        }
    }
}
