/// What could be had of a page that the service fails at, asked for in ever
/// smaller parts: one film without a rating is enough to spoil a page.
struct PageParts<Record: APIRecord> {
    var records: [Record] = []
    /// Rows at which the service fails.
    var unreadableRows = 0
    /// Whether the list ends within the page.
    var isLast = false
    /// Whether any part was answered.
    var isAnswered = false

    private(set) var requests = 0
    private var failuresInSequence = 0

    static var mostRequests: Int { 30 }
    static var mostFailuresInSequence: Int { 8 }

    var isOver: Bool {
        isLast || requests >= Self.mostRequests
            || failuresInSequence >= Self.mostFailuresInSequence
    }

    mutating func answered(_ page: APINormalizer.RowPage<Record>, size: Int) {
        requests += 1
        failuresInSequence = 0
        isAnswered = true
        records += page.records
        unreadableRows += page.unreadableRows
        if page.rows < size { isLast = true }
    }

    mutating func nothing() {
        requests += 1
        isLast = true
    }

    mutating func failed(rows: Int, isWhole: Bool) {
        requests += 1
        failuresInSequence += 1
        if !isWhole { unreadableRows += rows }
    }

    /// The parts that a part is asked for in; nil where it cannot be smaller.
    static func size(below size: Int) -> Int? {
        guard size > 1 else { return nil }
        return [5, 4, 3, 2, 7].first { size % $0 == 0 }.map { size / $0 } ?? 1
    }
}
