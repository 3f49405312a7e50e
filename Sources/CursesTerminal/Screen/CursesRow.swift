internal import CNCurses
import CinemaTUI

/// A row of cells in the form of ncurses, where a wide character is one
/// element; the storage is used again for every row.
struct CursesRow {
    private(set) var elements: [cchar_t] = []
    private let charset: CharsetFallback?
    private var styles: StyleTable

    /// `charset` is nil where every character can be shown.
    init(charset: CharsetFallback?, styles: StyleTable) {
        self.charset = charset
        self.styles = styles
    }

    /// Takes the first `columns` cells of a row; what is missing is blank.
    mutating func fill(_ cells: ArraySlice<Cell>, columns: Int) {
        elements.removeAll(keepingCapacity: true)
        let end = min(cells.endIndex, cells.startIndex + columns)
        var index = cells.startIndex
        while index < end {
            let cell = cells[index]
            let hasRoom = index + 1 < end && cells[index + 1].glyph.isContinuation
            let isWide = Self.isWide(cell.glyph.base)
            // A half of a wide character whose other half was drawn over or
            // cut off would move everything right of it by one cell.
            let isBroken = isWide ? !hasRoom : Self.isUnprintable(cell.glyph.base)
            append(
                isBroken ? Cell(glyph: .space, style: cell.style) : cell, isWide: isWide && hasRoom)
            index += isWide && hasRoom ? 2 : 1
        }
        for _ in 0..<max(0, columns - cells.count) { append(.blank, isWide: false) }
    }

    private mutating func append(_ cell: Cell, isWide: Bool) {
        let style = styles[cell.style]
        let glyph = cell.glyph
        guard let charset, let scalar = Unicode.Scalar(glyph.base) else {
            elements.append(
                cncurses_cell(
                    glyph.base, glyph.marks.0, glyph.marks.1, glyph.marks.2, glyph.marks.3,
                    style.attributes, style.pair))
            return
        }
        // Marks are dropped: no such character set has them by themselves.
        let shown = charset.shown(scalar).value
        elements.append(cncurses_cell(shown, 0, 0, 0, 0, style.attributes, style.pair))
        if isWide && !Self.isWide(shown) {
            elements.append(cncurses_cell(0x20, 0, 0, 0, 0, style.attributes, style.pair))
        }
    }

    /// A continuation, or a control, which ncurses would show as two cells.
    private static func isUnprintable(_ base: UInt32) -> Bool {
        base < 0x20 || (0x7f..<0xa0).contains(base)
    }

    private static func isWide(_ base: UInt32) -> Bool {
        // The first wide character is U+1100.
        guard base >= 0x1100, let scalar = Unicode.Scalar(base) else { return false }
        return DisplayWidth.columns(of: scalar) == 2
    }
}
