/// The prepared statements of a connection that are not in use, by their text.
///
/// A statement is taken out while it runs, so that the same text can run
/// within itself. When there are too many, the one unused longest goes.
struct StatementCache {
    private struct Entry {
        let statement: Statement
        let lastUse: UInt64
    }

    let capacity: Int
    private var entries: [String: Entry] = [:]
    private var uses: UInt64 = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int { entries.count }

    mutating func take(_ sql: String) -> Statement? {
        entries.removeValue(forKey: sql)?.statement
    }

    mutating func put(_ statement: Statement) {
        guard capacity > 0 else { return }
        uses += 1
        entries[statement.sql] = Entry(statement: statement, lastUse: uses)
        if entries.count > capacity,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        {
            entries.removeValue(forKey: oldest.key)
        }
    }

    mutating func removeAll() {
        entries.removeAll()
    }
}
