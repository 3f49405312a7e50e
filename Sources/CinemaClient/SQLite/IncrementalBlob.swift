import CSQLite

/// A blob that is written piece by piece, where it is.
///
/// Its size is fixed when its row is made (`zeroblob`); the row must stay as
/// it is meanwhile. See <https://www.sqlite.org/c3ref/blob_open.html>.
final class IncrementalBlob {
    private let handle: OpaquePointer
    private let connection: Connection

    init(
        _ connection: Connection, table: String, column: String, row: Int64
    ) throws(SQLiteError) {
        var opened: OpaquePointer?
        let code = sqlite3_blob_open(connection.handle, "main", table, column, row, 1, &opened)
        guard code == SQLITE_OK, let opened else {
            throw SQLiteError(SQLiteCode(rawValue: code), database: connection.handle)
        }
        handle = opened
        self.connection = connection
    }

    deinit { sqlite3_blob_close(handle) }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(SQLiteError) {
        let code = sqlite3_blob_write(
            handle, bytes.baseAddress, Int32(clamping: bytes.count), Int32(clamping: offset))
        guard code == SQLITE_OK else {
            throw SQLiteError(SQLiteCode(rawValue: code), database: connection.handle)
        }
    }
}
