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

    /// What has to be written to leave the screen again, whatever it shows.
    private(set) var undo: [UInt8] = []

    private let memory: ScreenMemory
    private var row: CursesRow
    private var isCursorVisible = true
    /// Whether the next update enters the screen.
    private var isOutside = true
    private let paletteReset: [UInt8]
    /// Nil for terminals that set attributes otherwise than by SGR sequences.
    private var compressor: RenditionCompressor?

    /// `charset` is nil where every character can be shown.
    init(type: TerminalType, allowsColor: Bool, charset: CharsetFallback?) throws(TerminalError) {
        let descriptor = cncurses_open(type.name)
        guard descriptor >= 0 else { throw .system(call: "newterm", code: errno) }
        memory = ScreenMemory(descriptor: descriptor)
        let isColored = allowsColor && start_color() == OK && use_default_colors() == OK
        let palette = Palette(count: isColored ? Int(cncurses_colors()) : 0)
        hasColor = palette.count >= 8
        row = CursesRow(
            charset: charset, styles: StyleTable(palette: palette, pairs: Int(cncurses_pairs())))
        compressor = Self.setsRenditionBySequences ? RenditionCompressor() : nil
        paletteReset = cncurses_string("oc").map { Array(String(cString: $0).utf8) } ?? []
        // The terminal has seen nothing yet. Entering and leaving once in
        // memory tells what leaving takes; the first frame enters anew, so
        // that the alternate screen never shows empty.
        showCursor(false)
        _ = memory.take()
        undo = leave().map { Array($0) } ?? []
    }

    /// Whether attributes are reset as ECMA-48 has it, apart from the switch
    /// back to the usual character set.
    private static var setsRenditionBySequences: Bool {
        guard let reset = cncurses_string("sgr0").map({ String(cString: $0) }) else { return false }
        return [
            "\u{1b}[m", "\u{1b}[0m", "\u{1b}(B\u{1b}[m", "\u{1b}[m\u{f}", "\u{1b}[0m\u{f}",
            "\u{1b}[0;10m", "\u{1b}[m\u{1b}(B",
        ].contains(reset)
    }

    /// Draws cells of a row from `column` on; what has no place in `columns`
    /// is left out, and what is missing is blank.
    func draw(_ cells: ArraySlice<Cell>, row number: Int, column: Int, columns: Int) {
        row.fill(cells, columns: columns)
        mvwadd_wchnstr(
            cncurses_window(), Int32(number), Int32(column), row.elements,
            Int32(row.elements.count))
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

    /// The bytes that the rows drawn since the last call take, without what
    /// the terminal shows already; nil where they could not be read.
    func update() -> [UInt8]? {
        wnoutrefresh(cncurses_window())
        doupdate()
        guard isOutside else { return compress(memory.take()) }
        isOutside = false
        // ncurses resets the palette on entering, although it is never
        // changed here; the reader may have set it.
        compressor?.forget()
        return compress(memory.take(without: paletteReset))
    }

    /// The bytes that give the terminal back; the next update enters anew.
    func leave() -> UnsafeRawBufferPointer? {
        endwin()
        isOutside = true
        return memory.take()
    }

    func resize(to size: Size) { resize_term(Int32(size.rows), Int32(size.columns)) }

    /// Makes the next update paint everything.
    func forgetScreen() { clearok(cncurses_shown_window(), true) }

    private func compress(_ bytes: UnsafeRawBufferPointer?) -> [UInt8]? {
        guard let bytes else { return nil }
        return compressor?.compressed(bytes) ?? Array(bytes)
    }

    private func showCursor(_ shows: Bool) {
        curs_set(shows ? 1 : 0)
        isCursorVisible = shows
    }
}
