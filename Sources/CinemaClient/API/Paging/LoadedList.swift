internal import CinemaCore

/// The beginning of a list as far as its pages were read: each record once.
///
/// Services differ in how they end a list: a short page, an empty one, null,
/// 404, or the last page over again for ever. All of them end it here.
struct LoadedList<Record: APIRecord> {
    private(set) var records: [Record] = []
    /// Rows of a page: what was asked for, or less where the service has an
    /// upper limit that it does not tell.
    private(set) var size: Int
    /// Pages read or gone round.
    private(set) var pages = 0
    private(set) var isComplete = false
    /// Whether there may be more rows than those that can be had.
    private(set) var isCutOff = false
    /// Rows that the service could not give.
    private(set) var unreadableRows = 0
    /// How many rows the envelope says there are.
    private(set) var told: Int?

    private var ids: Set<String> = []

    /// Where an endless list ends.
    static var mostPages: Int { 2_000 }
    /// Sizes that a service may have as its own limit.
    private static var usualSizes: Set<Int> { [10, 15, 20, 25, 30, 40, 50] }

    /// Begins at a page, without those before it.
    init(size: Int, page: Int = 0) {
        self.size = size
        pages = page
    }

    /// The first row that was not asked for.
    var offset: Int { pages * size }

    var total: Count {
        if isComplete, !isCutOff { return .exact(records.count) }
        if let told { return .exact(max(told, records.count)) }
        return .atLeast(records.count)
    }

    mutating func add(_ page: APINormalizer.RowPage<Record>, hasOnePage: Bool) {
        let before = records.count
        append(page.records)
        pages += 1
        let isNew = records.count > before
        if isNew || page.records.isEmpty { unreadableRows += page.unreadableRows }
        if let total = page.total, total >= records.count,
            !(total == page.rows && page.rows == size)
        {
            told = total
        }
        if page.rows == 0 || hasOnePage || pages >= Self.mostPages
            || !isNew && !page.records.isEmpty
        {
            isComplete = true
        } else if let told, pages * size >= told {
            isComplete = true
        } else if page.rows < size {
            // Perhaps the service has a limit of its own: the next page tells.
            if pages == 1, told ?? 0 > page.rows || Self.usualSizes.contains(page.rows) {
                size = page.rows
            } else {
                isComplete = true
            }
        }
    }

    /// Takes in what could be had of a page that cannot be read as a whole.
    mutating func addParts(_ records: [Record], unreadableRows: Int, isLast: Bool) {
        append(records)
        self.unreadableRows += unreadableRows
        pages += 1
        if isLast || pages >= Self.mostPages { isComplete = true }
    }

    mutating func end() { isComplete = true }

    /// Ends the list where the service does not give more of it.
    mutating func cutOff() {
        isComplete = true
        isCutOff = true
    }

    private mutating func append(_ new: [Record]) {
        for record in new where ids.insert(record.identity).inserted { records.append(record) }
    }
}
