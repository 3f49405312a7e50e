import CinemaCore
import CinemaTUI

/// Rows in columns that are aligned in cells.
struct Table {
    let columns: [TableColumn]
    let layout: TableLayout
    let console: Console

    /// A table as wide as the console, laid out by rows that it is to show.
    init(_ columns: [TableColumn], for rows: [[String]], on console: Console) {
        var widest = columns.map { _ in 0 }
        for row in rows {
            for (index, cell) in row.enumerated() {
                widest[index] = max(widest[index], DisplayWidth.columns(of: console.shown(cell)))
            }
        }
        self.columns = columns
        layout = TableLayout(columns, widest: widest, width: console.width)
        self.console = console
    }

    /// The line of a row, without blanks at its end.
    func line(_ row: [String], matching text: SearchText = .empty) -> String {
        let shown = columns.indices.filter { layout.widths[$0] != nil }
        let cells = shown.map { index in
            let cell = console.shown(row[index])
            let emphasised =
                columns[index].showsMatches && console.emphasis != nil && !text.isEmpty
                ? MatchHighlighting.ranges(in: cell, matching: text) : []
            return FittedText.fit(
                cell, width: layout.widths[index] ?? 0,
                pads: columns[index].isTrailing || index != shown.last,
                isTrailing: columns[index].isTrailing, ellipsis: console.shown("…"),
                emphasised: emphasised, emphasis: console.emphasis)
        }
        var line = cells.joined(separator: String(repeating: " ", count: TableLayout.gap))
        while line.last == " " { line.removeLast() }
        return line
    }
}
