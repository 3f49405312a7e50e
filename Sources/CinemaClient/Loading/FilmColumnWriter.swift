/// Writes a column of film values, one a row from row 0, as the rows come.
struct FilmColumnWriter<Value: FixedWidthInteger> {
    private static var chunk: Int { 16_384 }

    private let blob: IncrementalBlob
    private var values: [Value] = []
    private var written = 0

    /// Makes the column, of as many values as there are rows and one.
    /// - Parameter first: The value of row 0, which does not exist.
    init(
        _ name: String, _ connection: Connection, lastRow: Int, first: Value = 0
    ) throws(SQLiteError) {
        let size = (lastRow + 1) * MemoryLayout<Value>.size
        try connection.run(
            "INSERT INTO film_column VALUES (?, zeroblob(?))", [.text(name), .integer(Int64(size))])
        blob = try IncrementalBlob(
            connection, table: "film_column", column: "content", row: connection.lastInsertedRow)
        values.reserveCapacity(Self.chunk)
        values.append(first.littleEndian)
    }

    mutating func add(_ value: Value) throws(SQLiteError) {
        values.append(value.littleEndian)
        if values.count >= Self.chunk { try flush() }
    }

    /// Writes what is left, behind the last row.
    mutating func flush() throws(SQLiteError) {
        let outcome = values.withUnsafeBytes { bytes in
            Result { () throws(SQLiteError) in try blob.write(bytes, at: written) }
        }
        try outcome.get()
        written += values.count * MemoryLayout<Value>.size
        values.removeAll(keepingCapacity: true)
    }
}
