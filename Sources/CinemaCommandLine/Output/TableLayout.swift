/// How wide the columns of a table are.
struct TableLayout: Hashable, Sendable {
    static let gap = 2

    /// Cells of each column; nil for one that is left out.
    private(set) var widths: [Int?]

    /// Gives each column what its widest cell needs, as long as there is room;
    /// then cuts the widest ones, and leaves out optional ones from the right
    /// where that is not enough.
    init(_ columns: [TableColumn], widest: [Int], width: Int) {
        // What is wider than a line needs no more than one; a column without
        // content needs no place.
        let widest = widest.map { min($0, max(width, 1)) }
        widths = widest.map { $0 > 0 ? $0 : nil }
        while true {
            cutWidest(columns, width: width)
            guard taken > width,
                let last = columns.indices.last(where: {
                    columns[$0].isOptional && widths[$0] != nil
                })
            else { return }
            for index in columns.indices where widths[index] != nil {
                widths[index] = index == last ? nil : widest[index]
            }
        }
    }

    /// Cells of a whole line.
    var taken: Int {
        let shown = widths.compactMap(\.self)
        return shown.reduce(0, +) + max(0, shown.count - 1) * Self.gap
    }

    private mutating func cutWidest(_ columns: [TableColumn], width: Int) {
        while taken > width {
            var widest: Int?
            for index in columns.indices {
                guard let cells = widths[index], cells > columns[index].minimum else { continue }
                // The first of equals gives way last.
                if let other = widest, let otherCells = widths[other],
                    cells * columns[other].weight < otherCells * columns[index].weight
                {
                    continue
                }
                widest = index
            }
            guard let widest, let cells = widths[widest] else { return }
            widths[widest] = cells - 1
        }
    }
}
