/// Which rows of a frame differ from the one that is on the screen.
///
/// Rows, not cells: within a row ncurses finds the cheapest way itself
/// (curs_refresh(3X)).
public struct FrameDifference: Equatable, Sendable {
    public let rows: [Int]

    /// Compares two frames; with another size, or with none before, every row
    /// differs.
    public init(from old: Frame?, to new: Frame) {
        guard let old, old.size == new.size else {
            rows = Array(0..<new.size.rows)
            return
        }
        rows = (0..<new.size.rows).filter { row in old.row(row) != new.row(row) }
    }
}
