/// A screenful of cells, and where the cursor is: what `view` makes and the
/// driver shows.
///
/// Drawing outside the frame is cut off, never an error: a window may shrink
/// to 1x1 between two keys. Cells are stored row by row.
public struct Frame: Equatable, Sendable {
    public let size: Size
    public private(set) var cells: [Cell]

    /// Where the cursor blinks, or nil where it is hidden.
    public var cursor: Position?

    public struct Position: Hashable, Sendable {
        public var column: Int
        public var row: Int

        public init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    public init(_ size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    /// A cell; blank outside. Of a wide character that is half overwritten the
    /// other half becomes a blank.
    public subscript(column: Int, row: Int) -> Cell {
        get {
            guard contains(column, row) else { return .blank }
            return cells[row * size.columns + column]
        }
        set {
            guard contains(column, row) else { return }
            let index = row * size.columns + column
            let former = cells[index].glyph
            cells[index] = newValue
            guard former != newValue.glyph else { return }
            if former.isContinuation && column > 0 { cells[index - 1].glyph = .space }
            if column + 1 < size.columns && cells[index + 1].glyph.isContinuation {
                cells[index + 1].glyph = .space
            }
        }
    }

    /// The cells of a row, as stored.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[(row * size.columns)..<((row + 1) * size.columns)]
    }

    /// Fills a rectangle with one cell.
    public mutating func fill(_ rect: Rect, with cell: Cell) {
        for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow)) {
            for column in max(
                0, rect.column)..<max(0, rect.column, min(size.columns, rect.endColumn))
            {
                self[column, row] = cell
            }
        }
    }

    /// Changes the style of the cells of a rectangle, keeping what they show.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.endRow)) {
            for column in max(
                0, rect.column)..<max(0, rect.column, min(size.columns, rect.endColumn))
            {
                let index = row * size.columns + column
                cells[index].style = change(cells[index].style)
            }
        }
    }

    private func contains(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && row >= 0 && column < size.columns && row < size.rows
    }

    /// The rows as text, trailing blanks removed: what a test compares.
    public var text: String {
        (0..<size.rows).map { row in
            var line = ""
            for cell in self.row(row) { line += cell.glyph.text }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
