import CinemaClient
import CinemaCore
import CinemaTUI

/// Prints rows in one of the formats, as many at a time as there are.
struct RowPrinter<Row: CatalogRow> {
    let format: OutputFormat
    let console: Console
    /// What a terminal emphasises in the rows.
    let matching: SearchText
    let total: Count
    /// From 1.
    let page: Int

    private var table: Table?
    private var json = JSONWriter()
    private var isFirst = true

    init(
        format: OutputFormat, console: Console, matching: SearchText, total: Count, page: Int
    ) {
        self.format = format
        self.console = console
        self.matching = matching
        self.total = total
        self.page = page
    }

    mutating func print(_ rows: [Row]) throws(OutputFailure) {
        switch format {
        case .table: try printTable(rows)
        case .tsv:
            for row in rows {
                let fields = row.fields.map { SafeText.visible(console.shown($0)) }
                try console.print(fields.joined(separator: "\t"))
            }
        case .ndjson:
            for row in rows {
                row.write(to: &json)
                json.newline()
            }
            try console.output.write(json.takeBytes())
        case .json: try printJSON(rows)
        }
    }

    mutating func finish() throws(OutputFailure) {
        guard format == .json else { return }
        try beginJSON()
        try console.output.write("\n]}\n".utf8)
    }

    /// The first rows decide about the columns of the others.
    private mutating func printTable(_ rows: [Row]) throws(OutputFailure) {
        let cells = rows.map(\.cells)
        let table = table ?? Table(Row.columns, for: cells, on: console)
        self.table = table
        for row in cells { try console.print(table.line(row, matching: matching)) }
    }

    private mutating func printJSON(_ rows: [Row]) throws(OutputFailure) {
        try beginJSON()
        for row in rows {
            // Each row stands alone for the writer; the array is ours, with a
            // row a line.
            row.write(to: &json)
            json.newline()
            try console.output.write((isFirst ? "\n" : ",\n").utf8)
            try console.output.write(json.takeBytes().dropLast())
            isFirst = false
        }
    }

    private var hasBegunJSON = false

    /// Opens the object and its array, which stay open while rows come.
    private mutating func beginJSON() throws(OutputFailure) {
        guard !hasBegunJSON else { return }
        hasBegunJSON = true
        var head = JSONWriter()
        head.object { object in
            object.member("total", total.value)
            object.member("exact", total.isExact)
            object.member("page", page)
        }
        try console.output.write(head.takeBytes().dropLast())
        try console.output.write(",\"results\":[".utf8)
    }
}
