/// A rectangle of cells: column and row of its top left corner, and its size.
///
/// Splitting never yields a negative size: what does not fit is empty, so that
/// a view can be asked to draw into a window of any size, 1x1 included.
public struct Rect: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var columns: Int
    public var rows: Int

    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    public init(_ size: Size) {
        self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    public var isEmpty: Bool { columns == 0 || rows == 0 }
    public var endColumn: Int { column + columns }
    public var endRow: Int { row + rows }

    /// Cuts `count` rows off the top and returns them; the rest stays.
    public mutating func takeTop(_ count: Int) -> Rect {
        let taken = max(0, min(count, rows))
        let part = Rect(column: column, row: row, columns: columns, rows: taken)
        row += taken
        rows -= taken
        return part
    }

    /// Cuts `count` rows off the bottom and returns them; the rest stays.
    public mutating func takeBottom(_ count: Int) -> Rect {
        let taken = max(0, min(count, rows))
        rows -= taken
        return Rect(column: column, row: row + rows, columns: columns, rows: taken)
    }

    /// Cuts `count` columns off the left and returns them; the rest stays.
    public mutating func takeLeft(_ count: Int) -> Rect {
        let taken = max(0, min(count, columns))
        let part = Rect(column: column, row: row, columns: taken, rows: rows)
        column += taken
        columns -= taken
        return part
    }

    /// Cuts `count` columns off the right and returns them; the rest stays.
    public mutating func takeRight(_ count: Int) -> Rect {
        let taken = max(0, min(count, columns))
        columns -= taken
        return Rect(column: column + columns, row: row, columns: taken, rows: rows)
    }

    /// The rectangle without `columns` at either side and `rows` above and below.
    public func inset(columns horizontal: Int = 0, rows vertical: Int = 0) -> Rect {
        Rect(
            column: column + horizontal, row: row + vertical,
            columns: columns - 2 * horizontal, rows: rows - 2 * vertical)
    }
}
