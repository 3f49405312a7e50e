import CSQLite

/// A result code of SQLite, primary or extended.
///
/// A structure and not an enumeration, because later versions of SQLite add
/// codes. In a pattern a primary code matches its extended ones too:
/// `case .constraint` also catches `.constraintUnique`.
///
/// See <https://www.sqlite.org/rescode.html>.
struct SQLiteCode: RawRepresentable, Hashable, Sendable {
    let rawValue: Int32

    init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// The code without its extension.
    var primary: SQLiteCode {
        SQLiteCode(rawValue: rawValue & 0xFF)
    }

    static func ~= (pattern: SQLiteCode, code: SQLiteCode) -> Bool {
        code == pattern || code.primary == pattern
    }
}

extension SQLiteCode {
    static let ok = SQLiteCode(rawValue: SQLITE_OK)
    static let error = SQLiteCode(rawValue: SQLITE_ERROR)
    static let permission = SQLiteCode(rawValue: SQLITE_PERM)
    static let abort = SQLiteCode(rawValue: SQLITE_ABORT)
    static let busy = SQLiteCode(rawValue: SQLITE_BUSY)
    static let locked = SQLiteCode(rawValue: SQLITE_LOCKED)
    static let noMemory = SQLiteCode(rawValue: SQLITE_NOMEM)
    static let readOnly = SQLiteCode(rawValue: SQLITE_READONLY)
    static let interrupt = SQLiteCode(rawValue: SQLITE_INTERRUPT)
    static let inputOutput = SQLiteCode(rawValue: SQLITE_IOERR)
    static let corrupt = SQLiteCode(rawValue: SQLITE_CORRUPT)
    static let full = SQLiteCode(rawValue: SQLITE_FULL)
    static let cannotOpen = SQLiteCode(rawValue: SQLITE_CANTOPEN)
    static let schema = SQLiteCode(rawValue: SQLITE_SCHEMA)
    static let tooBig = SQLiteCode(rawValue: SQLITE_TOOBIG)
    static let constraint = SQLiteCode(rawValue: SQLITE_CONSTRAINT)
    static let mismatch = SQLiteCode(rawValue: SQLITE_MISMATCH)
    static let misuse = SQLiteCode(rawValue: SQLITE_MISUSE)
    static let range = SQLiteCode(rawValue: SQLITE_RANGE)
    static let notADatabase = SQLiteCode(rawValue: SQLITE_NOTADB)
    static let row = SQLiteCode(rawValue: SQLITE_ROW)
    static let done = SQLiteCode(rawValue: SQLITE_DONE)
}

extension SQLiteCode {
    static let busySnapshot = SQLiteCode(rawValue: csqlite_busy_snapshot)
    static let cannotOpenDirectory = SQLiteCode(rawValue: csqlite_cantopen_isdir)
    static let constraintCheck = SQLiteCode(rawValue: csqlite_constraint_check)
    static let constraintForeignKey = SQLiteCode(rawValue: csqlite_constraint_foreignkey)
    static let constraintNotNull = SQLiteCode(rawValue: csqlite_constraint_notnull)
    static let constraintPrimaryKey = SQLiteCode(rawValue: csqlite_constraint_primarykey)
    static let constraintUnique = SQLiteCode(rawValue: csqlite_constraint_unique)
    static let corruptVirtualTable = SQLiteCode(rawValue: csqlite_corrupt_vtab)
    static let inputOutputRead = SQLiteCode(rawValue: csqlite_ioerr_read)
    static let inputOutputShortRead = SQLiteCode(rawValue: csqlite_ioerr_short_read)
    static let inputOutputWrite = SQLiteCode(rawValue: csqlite_ioerr_write)
    static let readOnlyMoved = SQLiteCode(rawValue: csqlite_readonly_dbmoved)
    static let readOnlyDirectory = SQLiteCode(rawValue: csqlite_readonly_directory)
}

extension SQLiteCode: CustomStringConvertible {
    /// SQLite's own words for the code, such as "database is locked".
    var description: String {
        guard let text = sqlite3_errstr(rawValue) else { return "SQLite code \(rawValue)" }
        return String(cString: text)
    }
}
