/// The values by which films are filtered, counted and sorted, as they are
/// gathered and written, one array each; 0 stands for unknown. `FilmColumn`
/// reads them.
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
}

extension FilmColumns {
    func write(to connection: Connection) throws(SQLiteError) {
        func write(_ name: String, _ bytes: [UInt8]) throws(SQLiteError) {
            try connection.run(
                "INSERT INTO film_column VALUES (?, ?)", [.text(name), .blob(bytes)])
        }
        try write("years", Self.bytes(years))
        try write("ratings", Self.bytes(ratings))
        try write("reviews", Self.bytes(reviews))
        try write("runtimes", Self.bytes(runtimes))
        try write("title_ranks", Self.bytes(titleRanks))
    }

    private static func bytes<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] {
        values.map(\.littleEndian).withUnsafeBytes { [UInt8]($0) }
    }
}
