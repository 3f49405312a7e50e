/// Where the parts of the screen are; used to draw and to count pages by.
public struct ScreenLayout: Equatable, Sendable {
    public static let smallest = Size(columns: 60, rows: 16)
    /// From this width the detail has a pane of its own beside the list.
    static let wideColumns = 100

    public var header = Rect(Size(columns: 0, rows: 0))
    public var searchBar = Rect(Size(columns: 0, rows: 0))
    public var chips = Rect(Size(columns: 0, rows: 0))
    public var rule = Rect(Size(columns: 0, rows: 0))
    public var list = Rect(Size(columns: 0, rows: 0))
    /// Beside the list, or in its place; empty where the list is shown alone.
    public var pane = Rect(Size(columns: 0, rows: 0))
    /// A line or two below list and pane: why the list has not all of its rows.
    public var note = Rect(Size(columns: 0, rows: 0))
    public var status = Rect(Size(columns: 0, rows: 0))
    public var isTooSmall = false
    public var isWide = false

    public init(_ state: AppState) {
        var rest = Rect(state.size)
        if rest.columns < Self.smallest.columns || rest.rows < Self.smallest.rows {
            isTooSmall = true
            return
        }
        header = rest.takeTop(1)
        searchBar = rest.takeTop(1)
        chips = rest.takeTop(1)
        rule = rest.takeTop(1)
        status = rest.takeBottom(1)
        note = rest.takeBottom(min(2, state.noteLines(columns: rest.columns).count))
        isWide = rest.columns >= Self.wideColumns && state.wantsPane
        if isWide {
            list = rest.takeLeft(rest.columns * 55 / 100)
            pane = rest
            pane.column += 1
            pane.columns = max(0, pane.columns - 1)
        } else if state.browser.focus == .detail {
            pane = rest
            list = Rect(column: rest.column, row: rest.row, columns: 0, rows: rest.rows)
        } else {
            list = rest
        }
    }

    /// The part of the pane that text may take.
    var paneText: Rect { pane.inset(columns: 1) }
}
