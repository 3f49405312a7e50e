import CSQLite

// SQLite converts on access, so each accessor gives a value for any column of
// any type: 0 and "" for null. The optional forms tell null apart.
//
// Only meaningful after `step()` returned true.
extension Statement {
    var columnCount: Int {
        Int(sqlite3_column_count(handle))
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(handle, Int32(column))
    }

    func double(_ column: Int) -> Double {
        sqlite3_column_double(handle, Int32(column))
    }

    func string(_ column: Int) -> String {
        withText(column) { String(decoding: $0, as: UTF8.self) }
    }

    func bytes(_ column: Int) -> [UInt8] {
        withBytes(column) { [UInt8]($0) }
    }

    func optionalInteger(_ column: Int) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    func optionalDouble(_ column: Int) -> Double? {
        isNull(column) ? nil : double(column)
    }

    func optionalString(_ column: Int) -> String? {
        isNull(column) ? nil : string(column)
    }

    func value(_ column: Int) -> SQLiteValue {
        switch sqlite3_column_type(handle, Int32(column)) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_FLOAT: .real(double(column))
        case SQLITE_TEXT: .text(string(column))
        case SQLITE_BLOB: .blob(bytes(column))
        default: .null
        }
    }

    /// Lends the UTF-8 of a column where SQLite keeps it; valid within `body`,
    /// which must not step the statement.
    func withText<Result, Failure: Error>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // The text first, its length after: asking for the text may convert.
        let text = sqlite3_column_text(handle, Int32(column))
        let count = text == nil ? 0 : Int(sqlite3_column_bytes(handle, Int32(column)))
        return try body(UnsafeBufferPointer(start: text, count: count))
    }

    /// Lends the bytes of a column where SQLite keeps them; valid within
    /// `body`, which must not step the statement.
    func withBytes<Result, Failure: Error>(
        _ column: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = sqlite3_column_blob(handle, Int32(column))
        let count = bytes == nil ? 0 : Int(sqlite3_column_bytes(handle, Int32(column)))
        return try body(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}
