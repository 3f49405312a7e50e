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
        let count = min(cells.count, columns)
        cells.withUnsafeBufferPointer { cells in
            // Neighbours mostly have one style: it is looked up where it changes.
            var style = Style.plain
            var entry = styles[style]
            var index = 0
            while index < count {
                let cell = cells[index]
                if cell.style != style {
                    style = cell.style
                    entry = styles[style]
                }
                let hasRoom = index + 1 < count && cells[index + 1].glyph.isContinuation
                let isWide = Self.isWide(cell.glyph.base)
                // A half of a wide character whose other half was drawn over
                // or cut off would move everything right of it by one cell.
                let isBroken = isWide ? !hasRoom : Self.isUnprintable(cell.glyph.base)
                append(isBroken ? .space : cell.glyph, entry, isWide: isWide && hasRoom)
                index += isWide && hasRoom ? 2 : 1
            }
        }
        let blank = styles[.plain]
        for _ in 0..<max(0, columns - cells.count) { append(.space, blank, isWide: false) }
    }

    private mutating func append(_ glyph: Glyph, _ style: StyleTable.Entry, isWide: Bool) {
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
