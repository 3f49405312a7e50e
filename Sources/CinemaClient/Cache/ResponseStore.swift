/// Owns the kept answers of a source, on a thread of its own.
///
/// Nothing that goes wrong here reaches the reader: an answer that cannot be
/// read was not kept. A damaged file is removed and made anew; where none can
/// be written the answers are kept in memory.
actor ResponseStore {
    nonisolated let thread = SerialThread()
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let directory: String?
    private let capacity: Int
    private var opened: ResponseDatabase?
    private var isInMemory = false

    init(directory: String?, capacity: Int) {
        self.directory = directory
        self.capacity = capacity
    }

    func response(_ key: ResponseKey, now: Int64) -> KeptResponse? {
        attempt { (database) throws(SQLiteError) in try database.response(key, now: now) } ?? nil
    }

    func keep(_ kept: KeptResponse, for key: ResponseKey, now: Int64) {
        attempt { (database) throws(SQLiteError) in try database.keep(kept, for: key, now: now) }
    }

    func renew(_ lifetime: CachePolicy.Lifetime, for key: ResponseKey) {
        attempt { (database) throws(SQLiteError) in try database.renew(lifetime, for: key) }
    }

    func remove(_ key: ResponseKey) {
        attempt { (database) throws(SQLiteError) in try database.remove(key) }
    }

    /// Does something with the database; nil where that fails.
    @discardableResult
    private func attempt<Result>(
        _ body: (ResponseDatabase) throws(SQLiteError) -> Result
    ) -> Result? {
        guard let database = database() else { return nil }
        do throws(SQLiteError) {
            return try body(database)
        } catch {
            recover(from: error)
            return nil
        }
    }

    private func database() -> ResponseDatabase? {
        if let opened { return opened }
        guard capacity > 0 else { return nil }
        opened = open()
        return opened
    }

    private func open() -> ResponseDatabase? {
        if let directory, !isInMemory {
            try? CatalogFile.makeDirectory(directory)
            do throws(SQLiteError) {
                return try ResponseDatabase(directory: directory, capacity: capacity)
            } catch {
                // Another process is making it; the next answer is kept.
                if error.meansBusy { return nil }
                if error.meansDamage {
                    ResponseDatabase.removeFile(directory: directory)
                    if let made = try? ResponseDatabase(
                        directory: directory, capacity: capacity)
                    {
                        return made
                    }
                }
            }
        }
        isInMemory = true
        return try? ResponseDatabase(directory: nil, capacity: min(capacity, 8 << 20))
    }

    private func recover(from error: SQLiteError) {
        if error.meansBusy { return }
        opened = nil
        if error.meansDamage, let directory, !isInMemory {
            ResponseDatabase.removeFile(directory: directory)
        } else {
            // A full disk, a file system that went away.
            isInMemory = true
        }
    }
}

extension SQLiteError {
    /// Whether another process was in the way.
    var meansBusy: Bool {
        switch code {
        case .busy, .locked: true
        default: false
        }
    }
}
