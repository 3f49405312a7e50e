internal import CNCurses
import CinemaTUI
import Glibc

/// ncurses, drawing into memory: rows of cells go in, the bytes that bring a
/// terminal from the last frame to this one come out.
///
/// Used from the terminal's thread only, and once in a process: ncurses keeps
/// its screen in globals (curs_threads(3X)).
final class CursesRenderer {
    /// Whether the terminal can show colour.
    let hasColor: Bool

    private let memory: Int32
    private let charset: CharsetFallback?
    private var styles: StyleTable
    private var row: [cchar_t] = []
    private var bytes: UnsafeMutableRawBufferPointer
    private var isCursorVisible = true
    /// Whether the next update enters the screen.
    private var isOutside = true
    private let paletteReset: [UInt8]

    /// What has to be written to leave the screen again, whatever it shows.
    private(set) var undo: [UInt8] = []

    /// `charset` is nil where every character can be shown.
    init(type: TerminalType, allowsColor: Bool, charset: CharsetFallback?) throws(TerminalError) {
        memory = cncurses_open(type.name)
        guard memory >= 0 else { throw .system(call: "newterm", code: errno) }
        self.charset = charset
        if allowsColor && start_color() == OK { use_default_colors() }
        let palette = Palette(count: allowsColor ? Int(cncurses_colors()) : 0)
        hasColor = palette.count >= 8
        styles = StyleTable(palette: palette, pairs: Int(cncurses_pairs()))
        paletteReset = cncurses_string("oc").map { Array(String(cString: $0).utf8) } ?? []
        bytes = .allocate(byteCount: 64 * 1024, alignment: 1)
        // The terminal has seen nothing yet. Entering and leaving once in
        // memory tells what leaving takes; the first frame enters anew, so
        // that the alternate screen never shows empty.
        showCursor(false)
        _ = take()
        endwin()
        undo = take().map { Array($0) } ?? []
    }

    deinit { bytes.deallocate() }

    /// Draws a row of cells from its first column on; what has no place is
    /// left out, and what is missing stays blank.
    func draw(_ cells: ArraySlice<Cell>, row number: Int, columns: Int) {
        row.removeAll(keepingCapacity: true)
        let end = min(cells.endIndex, cells.startIndex + columns)
        var index = cells.startIndex
        while index < end {
            let cell = cells[index]
            let isWide = index + 1 < end && cells[index + 1].glyph.isContinuation
            append(cell, isWide: isWide)
            index += isWide ? 2 : 1
        }
        for _ in 0..<max(0, columns - cells.count) { append(.blank, isWide: false) }
        let window = cncurses_window()
        mvwadd_wchnstr(window, Int32(number), 0, row, Int32(row.count))
    }

    /// Puts the cursor somewhere, or hides it.
    func place(_ cursor: Frame.Position?, within size: Size) {
        if let cursor {
            let column = max(0, min(cursor.column, size.columns - 1))
            let row = max(0, min(cursor.row, size.rows - 1))
            wmove(cncurses_window(), Int32(row), Int32(column))
        }
        let shows = cursor != nil
        if shows != isCursorVisible { showCursor(shows) }
    }

    /// The bytes that the rows drawn since the last call take, without those
    /// that the terminal shows already; nil where ncurses could not say.
    func update() -> UnsafeRawBufferPointer? {
        wnoutrefresh(cncurses_window())
        doupdate()
        defer { isOutside = false }
        return isOutside ? take().map(withoutPaletteReset) : take()
    }

    /// The bytes that give the terminal back; the next update enters anew.
    func leave() -> UnsafeRawBufferPointer? {
        endwin()
        isOutside = true
        return take()
    }

    func resize(to size: Size) { resize_term(Int32(size.rows), Int32(size.columns)) }

    /// Makes the next update paint everything.
    func forgetScreen() { clearok(cncurses_shown_window(), true) }

    private func showCursor(_ shows: Bool) {
        curs_set(shows ? 1 : 0)
        isCursorVisible = shows
    }

    private func append(_ cell: Cell, isWide: Bool) {
        let style = styles[cell.style]
        var glyph = cell.glyph
        // A half of a wide character whose other half was drawn over would
        // move everything right of it by one cell.
        if glyph.isContinuation || isWide != isTwoColumns(glyph.base) { glyph = .space }
        guard let charset, let scalar = Unicode.Scalar(glyph.base) else {
            row.append(
                cncurses_cell(
                    glyph.base, glyph.marks.0, glyph.marks.1, glyph.marks.2, glyph.marks.3,
                    style.attributes, style.pair))
            if isWide && glyph == .space { appendSpace(style) }
            return
        }
        // Marks are dropped: no such character set has them by themselves.
        let shown = charset.shown(scalar)
        row.append(cncurses_cell(shown.value, 0, 0, 0, 0, style.attributes, style.pair))
        if isWide && !isTwoColumns(shown.value) { appendSpace(style) }
    }

    private func appendSpace(_ style: StyleTable.Entry) {
        row.append(cncurses_cell(0x20, 0, 0, 0, 0, style.attributes, style.pair))
    }

    private func isTwoColumns(_ base: UInt32) -> Bool {
        // The first wide character is U+1100.
        guard base >= 0x1100, let scalar = Unicode.Scalar(base) else { return false }
        return DisplayWidth.columns(of: scalar) == 2
    }

    /// Without the sequence by which ncurses resets the palette on entering:
    /// it is never changed here, and the reader may have set it.
    private func withoutPaletteReset(_ update: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let length = paletteReset.count
        guard length > 0, update.count >= length else { return update }
        for start in 0...(update.count - length)
        where update[start..<start + length].elementsEqual(paletteReset) {
            let rest = update[(start + length)...]
            UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: rest))
            return UnsafeRawBufferPointer(rebasing: update[..<(update.count - length)])
        }
        return update
    }

    /// What ncurses wrote since the last call; valid until the next one.
    private func take() -> UnsafeRawBufferPointer? {
        let length = Int(lseek(memory, 0, SEEK_CUR))
        guard length > 0 else {
            return length == 0 ? UnsafeRawBufferPointer(rebasing: bytes[..<0]) : nil
        }
        if length > bytes.count {
            bytes.deallocate()
            bytes = .allocate(byteCount: length * 2, alignment: 1)
        }
        let count = pread(memory, bytes.baseAddress, length, 0)
        lseek(memory, 0, SEEK_SET)
        guard count == length else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[..<count])
    }
}
