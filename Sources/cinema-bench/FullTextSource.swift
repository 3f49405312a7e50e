import CSQLite
import CinemaCore

/// The folded texts of a catalogue's films, read from its file.
struct FullTextSource {
    typealias Row = (row: Int64, title: String, people: String)

    let catalogue: String

    func rows() throws -> [Row] {
        let database = try SQLDatabase(catalogue, readOnly: true)
        var names = [""]
        try database.forEachRow("SELECT name FROM person ORDER BY row") {
            names.append(Self.folded(SQLDatabase.text($0, 0)))
        }
        var rows: [Row] = []
        try database.forEachRow(
            "SELECT f.row, f.title, d.credits FROM film f JOIN film_detail d USING (row)"
                + " ORDER BY f.row"
        ) { statement in
            let people = Self.people(statement, 2).filter(names.indices.contains)
            rows.append(
                (
                    sqlite3_column_int64(statement, 0), Self.folded(SQLDatabase.text(statement, 1)),
                    people.map { names[$0] }.joined(separator: " ")
                ))
        }
        return rows
    }

    /// The titles in the order of rows, as they are shown and folded.
    func titles() throws -> (shown: [String], folded: [String]) {
        let database = try SQLDatabase(catalogue, readOnly: true)
        var titles: (shown: [String], folded: [String]) = ([], [])
        try database.forEachRow("SELECT title FROM film ORDER BY row") { statement in
            let title = SQLDatabase.text(statement, 0)
            titles.shown.append(title)
            titles.folded.append(Self.folded(title))
        }
        return titles
    }

    /// Split and, where that is another word, joined.
    private static func folded(_ text: String) -> String {
        TextFolding.words(in: text)
            .flatMap { $0.isSimple ? $0.parts : $0.parts + [$0.joined] }
            .joined(separator: " ")
    }

    /// The people of packed credits: pairs of a person and roles.
    private static func people(_ statement: OpaquePointer, _ column: Int32) -> [Int] {
        let bytes = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, column),
            count: Int(sqlite3_column_bytes(statement, column)))
        var numbers: [Int] = []
        var number = 0
        var shift = 0
        for byte in bytes {
            number |= Int(byte & 0x7f) << shift
            shift += 7
            guard byte < 0x80 else { continue }
            numbers.append(number)
            number = 0
            shift = 0
        }
        return stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    }
}
