internal import CinemaCore
internal import Glibc

/// Owns the snapshot of a source on the disk, on a thread of its own: the
/// staging file and the catalogue that is built from it.
actor SnapshotStore {
    nonisolated let thread = SerialThread()
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    nonisolated let directory: String
    nonisolated let source: String
    nonisolated let now: @Sendable () -> Int64
    private var opened: SnapshotDatabase?
    /// What was kept since the last build.
    private(set) var changes = 0

    private var building: Task<BuiltSnapshot?, Never>?

    /// What was looked at and is in no list, at most.
    private static let mostSeen = 20_000

    /// - Parameters:
    ///   - directory: Of the source; made where it is missing.
    ///   - source: What the header calls it.
    init(directory: String, source: String, now: @escaping @Sendable () -> Int64) {
        self.directory = directory
        self.source = source
        self.now = now
    }

    /// Does something with the staging file. A damaged one is removed, and one
    /// that somebody else removed is let go of: that use fails, and the next
    /// one begins anew.
    func with<Result: Sendable>(
        _ body: (SnapshotDatabase) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        let database = try database()
        do throws(SQLiteError) {
            return try body(database)
        } catch {
            if error.meansDamage { remove() }
            throw error
        }
    }

    private func database() throws(SQLiteError) -> SnapshotDatabase {
        if let opened {
            guard opened.isRemoved else { return opened }
            self.opened = nil
            throw .removedFile
        }
        try? CatalogFile.makeDirectory(directory)
        do throws(SQLiteError) {
            opened = try SnapshotDatabase(directory: directory)
        } catch {
            guard error.meansDamage else { throw error }
            remove()
            opened = try SnapshotDatabase(directory: directory)
        }
        guard let opened else { throw SQLiteError(.cannotOpen) }
        return opened
    }

    private func remove() {
        opened = nil
        CatalogFile.removeDatabase("\(directory)/\(SnapshotDatabase.fileName)")
    }

    func lock() -> SnapshotLock? {
        try? CatalogFile.makeDirectory(directory)
        return SnapshotLock(directory: directory)
    }

    /// Nil where nothing was read, or nothing can be.
    func state() -> SnapshotState? {
        guard opened != nil || CatalogFile.isFile("\(directory)/\(SnapshotDatabase.fileName)")
        else { return nil }
        return try? with { (database) throws(SQLiteError) in try database.state() }
    }

    func noteChange() { changes += 1 }

    /// Keeps films that were seen; `wanted` where their own records are to be
    /// read. True if something was new. What cannot be kept is not.
    @discardableResult
    func keepSeen(_ films: [FilmRecord], areWhole: Bool, wanted: Bool) -> Bool {
        guard !films.isEmpty else { return false }
        let time = now()
        let kept = try? with { (database) throws(SQLiteError) in
            try database.connection.transaction { () throws(SQLiteError) in
                var new = 0
                for film in films
                where try database.keepSeen(film, isWhole: areWhole, wanted: wanted, now: time) {
                    new += 1
                }
                if new > 0 { try database.trimSeen(most: Self.mostSeen) }
                return new
            }
        }
        changes += kept ?? 0
        return kept ?? 0 > 0
    }

    /// The catalogue, unless it is the one of `file`.
    func built(otherThan file: FileIdentity? = nil) -> BuiltSnapshot? {
        if let file, FileIdentity("\(directory)/\(SnapshotBuild.fileName)") == file { return nil }
        return SnapshotBuild.open(directory: directory, source: source)
    }

    /// Builds the catalogue from what was read, on another thread; calls at
    /// the same time share one build.
    func build() async -> BuiltSnapshot? {
        if let building { return await building.value }
        changes = 0
        let task = Task(executorPreference: thread) { await self.make() }
        building = task
        defer { building = nil }
        return await task.value
    }

    private func make() async -> BuiltSnapshot? {
        let (directory, source, time) = (directory, source, now())
        return await BackgroundWork().run {
            do throws(CatalogFile.Failure) {
                try SnapshotBuild.make(directory: directory, source: source, now: time)
            } catch {
                return nil
            }
            return SnapshotBuild.open(directory: directory, source: source)
        }
    }
}

extension SQLiteError {
    /// Of a file that somebody removed while it was open; as after damage, all
    /// begins anew.
    fileprivate static let removedFile = SQLiteError(
        .notADatabase, message: "the file was removed")
}
