/// Lists of rows by number in one block of memory, for millions of short ones.
///
/// Filled in two passes over the same pairs: first `count`, then `add`.
struct RowLists {
    private var starts: [Int]
    private var ends: [Int]
    private var rows: [UInt32]

    /// - Parameter counts: How many rows each list will have.
    init(counts: [UInt32]) {
        starts = []
        starts.reserveCapacity(counts.count)
        var total = 0
        for count in counts {
            starts.append(total)
            total += Int(count)
        }
        ends = starts
        rows = Array(repeating: 0, count: total)
    }

    mutating func add(_ row: UInt32, to list: Int) {
        rows[ends[list]] = row
        ends[list] += 1
    }

    subscript(list: Int) -> ArraySlice<UInt32> { rows[starts[list]..<ends[list]] }
}
