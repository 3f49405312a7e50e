/// One value of every film, indexed by row, by which films are filtered,
/// counted and sorted; 0 stands for unknown.
///
/// Read from the file when it is first needed: at a million films a column is
/// 1 to 4 MB and a millisecond.
struct FilmColumn<Value: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    let values: [Value]
    /// The least and the greatest known value; nil where all are unknown.
    let bounds: ClosedRange<Value>?

    init(values: [Value]) {
        self.values = values
        var least = Value.max
        var greatest = Value.min
        for value in values where value != 0 {
            least = min(least, value)
            greatest = max(greatest, value)
        }
        bounds = least <= greatest ? least...greatest : nil
    }
}

extension FilmColumn {
    /// Reads the column `name` of a file with films up to `lastRow`.
    init(_ name: String, _ connection: Connection, lastRow: Int) throws(SQLiteError) {
        let count = lastRow + 1
        let sql = "SELECT content FROM film_column WHERE name = ?"
        let values = try connection.firstRow(sql, [.text(name)]) { statement in
            statement.withBytes(0) { bytes -> [Value]? in
                guard bytes.count == count * MemoryLayout<Value>.size else { return nil }
                return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
                    UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
                    for index in buffer.indices {
                        buffer[index] = Value(littleEndian: buffer[index])
                    }
                    initialized = count
                }
            }
        }
        guard let values = values ?? nil else { throw .damagedRecord }
        self.init(values: values)
    }
}

/// The columns of a catalogue that were needed so far.
struct KnownColumns: Sendable {
    /// The year.
    var years: FilmColumn<UInt16>?
    /// One more than the tenths.
    var ratings: FilmColumn<UInt8>?
    /// One more than the count.
    var reviews: FilmColumn<UInt32>?
    /// One more than the minutes.
    var runtimes: FilmColumn<UInt16>?
    /// The place of the title among all titles, from 1.
    var titleRanks: FilmColumn<UInt32>?
}

extension CatalogDatabase {
    func years() throws(SQLiteError) -> FilmColumn<UInt16> { try column(\.years, "years") }
    func ratings() throws(SQLiteError) -> FilmColumn<UInt8> { try column(\.ratings, "ratings") }
    func reviews() throws(SQLiteError) -> FilmColumn<UInt32> { try column(\.reviews, "reviews") }
    func runtimes() throws(SQLiteError) -> FilmColumn<UInt16> { try column(\.runtimes, "runtimes") }
    func titleRanks() throws(SQLiteError) -> FilmColumn<UInt32> {
        try column(\.titleRanks, "title_ranks")
    }

    private func column<Value>(
        _ place: WritableKeyPath<KnownColumns, FilmColumn<Value>?>, _ name: String
    ) throws(SQLiteError) -> FilmColumn<Value> {
        if let known = shared.columns[keyPath: place] { return known }
        let column = try FilmColumn<Value>(name, connection, lastRow: lastFilm)
        shared.insert(column, at: place)
        return column
    }
}
