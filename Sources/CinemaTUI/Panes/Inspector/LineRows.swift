/// Breaks a line into rows of so many cells without changing a character of
/// it: what is selected with the mouse is what is there.
enum LineRows {
    struct Row: Equatable {
        var column: Int
        var text: String
    }

    /// The most rows of one line; what is beyond is cut.
    static let limit = 2_000

    /// The rows of a text that begins at a column; those behind the first begin
    /// two columns further, within half the width. A row ends behind a blank
    /// where one is near, else between graphemes. There is one row at least.
    static func rows(of text: String, indent: Int, width: Int) -> [Row] {
        let first = min(indent, width / 2)
        let following = min(indent + 2, width / 2)
        var rows: [Row] = []
        var row = ""
        var used = 0
        // Behind the last blank of the row, with the cells up to there.
        var blank: (end: String.Index, used: Int)?
        var column = first
        for character in text {
            let columns = SafeText.glyph(of: character)?.1 ?? 0
            let room = width - column
            if used + columns > room && !row.isEmpty {
                guard rows.count < limit else { break }
                var rest = ""
                if let blank, blank.used * 2 > room {
                    rest = String(row[blank.end...])
                    row = String(row[..<blank.end])
                    used -= blank.used
                } else {
                    used = 0
                }
                rows.append(Row(column: column, text: row))
                row = rest
                column = following
                blank = nil
            }
            row.append(character)
            used += columns
            if character == " " { blank = (row.endIndex, used) }
        }
        return rows + [Row(column: column, text: row)]
    }
}
