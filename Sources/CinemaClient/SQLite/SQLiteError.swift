import CSQLite

/// What SQLite refused, why, and at which statement.
struct SQLiteError: Error, Equatable, Sendable {
    /// The result code with its extension; compare it with `~=` or `switch` to
    /// match a whole family.
    let extendedCode: SQLiteCode

    /// SQLite's words about this very failure.
    let message: String

    /// The beginning of the statement, if there was one.
    let sql: String?

    /// The result code without its extension.
    var code: SQLiteCode { extendedCode.primary }

    /// Statements are quoted up to this many characters.
    static let longestQuote = 200

    init(_ code: SQLiteCode, message: String? = nil, sql: String? = nil) {
        extendedCode = code
        self.message = message ?? code.description
        self.sql = sql.map(Self.quoted)
    }

    /// The failure that `database` has just reported as `code`.
    init(_ code: SQLiteCode, database: OpaquePointer?, sql: String? = nil) {
        // The message belongs to the connection's last call. If that call
        // failed otherwise than `code` says, it is about something else.
        let isLast = database != nil && sqlite3_extended_errcode(database) == code.rawValue
        let message = isLast ? sqlite3_errmsg(database).map { String(cString: $0) } : nil
        self.init(code, message: message, sql: sql)
    }

    private static func quoted(_ sql: String) -> String {
        let beginning = sql.prefix(longestQuote)
        return beginning.endIndex == sql.endIndex ? sql : beginning + "…"
    }
}

extension SQLiteError: CustomStringConvertible {
    var description: String {
        let words = "\(message) (SQLite \(extendedCode.rawValue))"
        return sql.map { "\(words) in: \($0)" } ?? words
    }
}
