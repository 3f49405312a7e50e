/// The values by which films are filtered, counted and sorted, one array each,
/// indexed by row; 0 stands for unknown.
///
/// Immutable once read; 15 bytes a film.
struct FilmColumns: Sendable {
    /// The year.
    var years: [UInt16]
    /// One more than the tenths.
    var ratings: [UInt8]
    /// One more than the count.
    var reviews: [UInt32]
    /// One more than the minutes.
    var runtimes: [UInt16]
    /// The place of the title among all titles, from 1.
    var titleRanks: [UInt32]

    /// Columns of unknown values, for rows up to `lastRow`.
    init(lastRow: Int) {
        let count = lastRow + 1
        years = Array(repeating: 0, count: count)
        ratings = Array(repeating: 0, count: count)
        reviews = Array(repeating: 0, count: count)
        runtimes = Array(repeating: 0, count: count)
        titleRanks = Array(repeating: 0, count: count)
    }

    func year(_ row: Int) -> Int? { years[row] == 0 ? nil : Int(years[row]) }
    func tenths(_ row: Int) -> Int? { ratings[row] == 0 ? nil : Int(ratings[row]) - 1 }
    func reviews(_ row: Int) -> Int? { reviews[row] == 0 ? nil : Int(reviews[row]) - 1 }
    func minutes(_ row: Int) -> Int? { runtimes[row] == 0 ? nil : Int(runtimes[row]) - 1 }
}

extension FilmColumns {
    /// Reads the columns of a file with films up to `lastRow`.
    init(_ connection: Connection, lastRow: Int) throws(SQLiteError) {
        self.init(lastRow: lastRow)
        years = try Self.read("years", connection, count: lastRow + 1)
        ratings = try Self.read("ratings", connection, count: lastRow + 1)
        reviews = try Self.read("reviews", connection, count: lastRow + 1)
        runtimes = try Self.read("runtimes", connection, count: lastRow + 1)
        titleRanks = try Self.read("title_ranks", connection, count: lastRow + 1)
    }

    private static func read<Value: FixedWidthInteger>(
        _ name: String, _ connection: Connection, count: Int
    ) throws(SQLiteError) -> [Value] {
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
        return values
    }
}
