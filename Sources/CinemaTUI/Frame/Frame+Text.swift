extension Frame {
    /// Puts text at a cell and returns the columns it took.
    ///
    /// What is wider than `width` (or than the frame) is cut between
    /// graphemes and ends in an ellipsis; a wide character is never halved.
    @discardableResult
    public mutating func put(
        _ text: String, column: Int, row: Int, width: Int = .max, style: Style = .plain
    ) -> Int {
        let limit = min(width, size.columns - column)
        guard limit > 0, row >= 0, row < size.rows else { return 0 }
        var used = 0
        // Where the text would have to be cut if it went on: the last place
        // that leaves room for the ellipsis.
        var cut = 0
        var overflow = false
        SafeText.forEachGlyph(in: text) { glyph, glyphWidth in
            if used + glyphWidth > limit {
                overflow = true
                return false
            }
            if used + glyphWidth <= limit - 1 { cut = used + glyphWidth }
            set(glyph, width: glyphWidth, column: column + used, row: row, style: style)
            used += glyphWidth
            return true
        }
        guard overflow else { return used }
        for blank in cut..<max(cut, used) {
            self[column + blank, row] = Cell(glyph: .space, style: style)
        }
        self[column + cut, row] = Cell(glyph: Glyph(base: 0x2026), style: style)
        return cut + 1
    }

    /// Puts text so that it ends before `endColumn`; returns its first column.
    @discardableResult
    public mutating func put(
        _ text: String, endColumn: Int, row: Int, width: Int = .max, style: Style = .plain
    ) -> Int {
        let columns = min(DisplayWidth.columns(of: text), max(0, width))
        let start = endColumn - columns
        put(text, column: max(0, start), row: row, width: columns, style: style)
        return start
    }

    private mutating func set(_ glyph: Glyph, width: Int, column: Int, row: Int, style: Style) {
        self[column, row] = Cell(glyph: glyph, style: style)
        if width == 2 { self[column + 1, row] = Cell(glyph: .continuation, style: style) }
    }
}
