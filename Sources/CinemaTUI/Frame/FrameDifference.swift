/// Where a frame differs from the one that is on the screen: runs of cells,
/// row by row.
///
/// Within a run ncurses finds the cheapest way itself (curs_refresh(3X)); runs
/// only spare it, and the conversion before it, the cells that stay.
public struct FrameDifference: Equatable, Sendable {
    /// Neighbouring cells of a row of which the first and the last differ.
    public struct Run: Equatable, Sendable {
        public var row: Int
        public var columns: Range<Int>

        public init(row: Int, columns: Range<Int>) {
            self.row = row
            self.columns = columns
        }
    }

    public let runs: [Run]

    /// As many equal cells between two differing ones do not part them.
    private static let shortestGap = 8

    /// Compares two frames; with another size, or with none before, every row
    /// differs as a whole.
    public init(from old: Frame?, to new: Frame) {
        let width = new.size.columns
        guard let old, old.size == new.size else {
            runs = (0..<new.size.rows).map { Run(row: $0, columns: 0..<width) }
            return
        }
        var runs: [Run] = []
        old.cells.withUnsafeBufferPointer { old in
            new.cells.withUnsafeBufferPointer { new in
                for row in 0..<(width == 0 ? 0 : new.count / width) {
                    let start = row * width
                    var run: Range<Int>?
                    for column in 0..<width where old[start + column] != new[start + column] {
                        if let open = run, column - open.upperBound < Self.shortestGap {
                            run = open.lowerBound..<(column + 1)
                        } else {
                            if let run { runs.append(Run(row: row, columns: run)) }
                            run = column..<(column + 1)
                        }
                    }
                    if let run { runs.append(Run(row: row, columns: run)) }
                }
                Self.takeInWholeCharacters(&runs, old, new, width)
            }
        }
        self.runs = runs
    }

    /// Widens runs whose edge falls into a wide character.
    private static func takeInWholeCharacters(
        _ runs: inout [Run], _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>,
        _ width: Int
    ) {
        for index in runs.indices {
            let start = runs[index].row * width
            var columns = runs[index].columns
            func isHalf(_ column: Int) -> Bool {
                old[start + column].glyph.isContinuation || new[start + column].glyph.isContinuation
            }
            while columns.lowerBound > 0 && isHalf(columns.lowerBound) {
                columns = (columns.lowerBound - 1)..<columns.upperBound
            }
            while columns.upperBound < width && isHalf(columns.upperBound) {
                columns = columns.lowerBound..<(columns.upperBound + 1)
            }
            runs[index].columns = columns
        }
    }
}
