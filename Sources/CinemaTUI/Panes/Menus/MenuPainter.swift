/// Draws the box of a menu or of the help, and scrolls its lines.
struct MenuPainter {
    let box: Rect
    let theme: Theme

    /// A box of a width and as many rows as there are lines, inside `area`.
    init(area: Rect, columns: Int, lines: Int, theme: Theme) {
        let width = min(columns, area.columns)
        let height = min(lines + 2, area.rows)
        box = Rect(
            column: area.endColumn - width, row: area.row, columns: width, rows: height)
        self.theme = theme
    }

    var inside: Rect { box.inset(columns: 1, rows: 1) }

    func drawBox(title: String, in frame: inout Frame) {
        frame.fill(box, with: Cell(glyph: .space))
        let right = box.endColumn - 1
        let bottom = box.endRow - 1
        for column in (box.column + 1)..<max(box.column + 1, right) {
            frame[column, box.row] = Cell(glyph: Glyph(base: 0x2500), style: theme.rule)
            frame[column, bottom] = Cell(glyph: Glyph(base: 0x2500), style: theme.rule)
        }
        for row in (box.row + 1)..<max(box.row + 1, bottom) {
            frame[box.column, row] = Cell(glyph: Glyph(base: 0x2502), style: theme.rule)
            frame[right, row] = Cell(glyph: Glyph(base: 0x2502), style: theme.rule)
        }
        for (column, row, corner) in [
            (box.column, box.row, 0x250c), (right, box.row, 0x2510), (box.column, bottom, 0x2514),
            (right, bottom, 0x2518),
        ] {
            frame[column, row] = Cell(glyph: Glyph(base: UInt32(corner)), style: theme.rule)
        }
        frame.put(
            " \(title) ", column: box.column + 2, row: box.row, width: box.columns - 4,
            style: theme.heading)
    }

    /// The first line to show so that `selected` is visible.
    func top(selected: Int, lines: Int) -> Int {
        let height = inside.rows
        guard height > 0, lines > height else { return 0 }
        return max(0, min(selected - height / 2, lines - height))
    }
}
