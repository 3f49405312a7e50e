extension Frame {
    /// Puts glyphs of one cell each, at most `width`; returns the columns taken.
    @discardableResult
    public mutating func put(
        _ glyphs: [Glyph], column: Int, row: Int, width: Int = .max, style: Style = .plain
    ) -> Int {
        for (offset, glyph) in glyphs.prefix(max(0, width)).enumerated() {
            self[column + offset, row] = Cell(glyph: glyph, style: style)
        }
        return min(glyphs.count, max(0, width))
    }
}
