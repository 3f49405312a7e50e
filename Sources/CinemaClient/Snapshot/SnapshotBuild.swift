internal import CinemaCore
internal import Glibc

/// The catalogue that is built from what was read, and what it says of itself.
struct BuiltSnapshot: Sendable {
    /// What is stored beside the films.
    struct Facts: Equatable, Sendable {
        /// Whether every film of the source is in it.
        var isWhole: Bool
        /// When the lists were read, else when it was built.
        var readAt: Int64
        var films: Int
        /// Films whose own records were read.
        var details: Int
        /// Whether nothing more is to be read.
        var isComplete: Bool
    }

    var catalog: LocalCatalog
    var facts: Facts
    /// Films whose own records were not read.
    var missing: Set<String>
    var file: FileIdentity
}

/// What tells a file from the next one at its place.
struct FileIdentity: Equatable, Sendable {
    var device: UInt64
    var node: UInt64
    var modified: Int64

    /// Whether it is the same file, be it written to or not.
    func isSameFile(as other: FileIdentity) -> Bool {
        device == other.device && node == other.node
    }

    /// Nil where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        node = UInt64(status.st_ino)
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    }
}

/// Builds catalogues from staging files, and opens them.
///
/// A catalogue is renamed over the last one; readers keep the one they have.
enum SnapshotBuild {
    static let fileName = "catalog.sqlite"

    private static let tables = """
        CREATE TABLE snapshot_missing (id TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE snapshot_fact (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID;
        """

    /// Builds the catalogue of a directory from its staging file.
    static func make(
        directory: String, source: String, now: Int64
    ) throws(CatalogFile.Failure) {
        do throws(SQLiteError) {
            let staging = try SnapshotDatabase(directory: directory, access: .readOnly)
            var state = SnapshotState()
            let loader = CatalogLoader(.beside(directory + "/" + fileName))
            var missing: [String] = []
            var genres: [GenreRecord] = []
            // One state of the file, whoever writes meanwhile.
            try staging.connection.transaction(.deferred) { () throws(SQLiteError) in
                state = try staging.state()
                genres = try staging.genres()
                var names = KnownNames(genres: genres)
                try staging.forEachFilm { film, _ in names.note(film) }
                try staging.forEachFilm { (film, isRead) throws(SQLiteError) in
                    if !isRead, state.needsDetails, let id = film.id { missing.append(id) }
                    try loader.add(names.named(film))
                }
            }
            try write(loader, genres, missing, to: directory, source: source) { films in
                BuiltSnapshot.Facts(
                    isWhole: state.isWhole, readAt: state.listsReadAt ?? now, films: films,
                    details: films - missing.count, isComplete: state.stage == .complete)
            }
        } catch {
            throw .database(error)
        }
    }

    private static func write(
        _ loader: CatalogLoader, _ genres: [GenreRecord], _ missing: [String],
        to directory: String, source: String, facts: (_ films: Int) -> BuiltSnapshot.Facts
    ) throws(SQLiteError) {
        let path = directory + "/" + fileName
        do throws(CatalogFile.Failure) {
            try CatalogFile.make(at: path) { (connection) throws(SQLiteError) in
                let counts = try loader.load(
                    into: connection, provenance: "read from \(source)")
                try connection.transaction { () throws(SQLiteError) in
                    try write(genres, to: connection)
                    try connection.execute(tables)
                    for id in missing {
                        try connection.run("INSERT INTO snapshot_missing VALUES (?)", [.text(id)])
                    }
                    for (name, value) in facts(counts.films).stored {
                        try connection.run(
                            "INSERT INTO snapshot_fact VALUES (?, ?)",
                            [.text(name), .integer(value)])
                    }
                }
            }
        } catch {
            if case .database(let cause) = error { throw cause }
            throw SQLiteError(.cannotOpen, message: error.words)
        }
    }

    /// Adds what the source tells of genres: descriptions, and those that no
    /// film has.
    private static func write(
        _ genres: [GenreRecord], to connection: Connection
    ) throws(SQLiteError) {
        for genre in genres {
            let id = StoredIdentifier.value(genre.id)
            let description = genre.description.map { SQLiteValue.text($0) } ?? .null
            try connection.run("UPDATE genre SET description = ? WHERE id = ?", [description, id])
            guard connection.changes == 0 else { continue }
            // By name, where films name their genres without an id.
            try connection.run(
                "UPDATE genre SET description = ? WHERE name = ?", [description, .text(genre.name)])
            guard connection.changes == 0 else { continue }
            try connection.run(
                """
                INSERT INTO genre (row, id, name, films, description)
                VALUES ((SELECT ifnull(max(row), 0) + 1 FROM genre), ?, ?, 0, ?)
                """, [id, .text(genre.name), description])
        }
    }

    /// What the catalogue of a directory says of itself; nil where there is
    /// none that can be read.
    static func facts(directory: String) -> BuiltSnapshot.Facts? {
        let path = directory + "/" + fileName
        guard CatalogFile.isFile(path),
            let connection = try? Connection(path: path, access: .immutable),
            (try? CatalogSchema.check(connection)) != nil
        else { return nil }
        return try? BuiltSnapshot.Facts(connection)
    }

    /// Opens the catalogue of a directory; nil where there is none that can be
    /// read. A damaged one is built anew from the staging file.
    static func open(directory: String, source: String) -> BuiltSnapshot? {
        let path = directory + "/" + fileName
        guard CatalogFile.isFile(path), let file = FileIdentity(path) else { return nil }
        do throws(SQLiteError) {
            let connection = try Connection(path: path, access: .immutable)
            try CatalogSchema.check(connection)
            let facts = try BuiltSnapshot.Facts(connection)
            let missing = try connection.rows("SELECT id FROM snapshot_missing") { $0.string(0) }
            let readers = try LocalCatalog.Readers(path: path)
            let catalog = LocalCatalog(name: source, readers: readers) {
                try? make(directory: directory, source: source, now: WallClock.seconds())
                return try? LocalCatalog.Readers(path: path)
            }
            return BuiltSnapshot(
                catalog: catalog, facts: facts, missing: Set(missing),
                file: file)
        } catch {
            return nil
        }
    }
}

extension BuiltSnapshot.Facts {
    fileprivate var stored: [(String, Int64)] {
        [
            ("is_whole", isWhole ? 1 : 0), ("read_at", readAt), ("films", Int64(films)),
            ("details", Int64(details)), ("is_complete", isComplete ? 1 : 0),
        ]
    }

    fileprivate init(_ connection: Connection) throws(SQLiteError) {
        var stored: [String: Int64] = [:]
        try connection.forEachRow("SELECT name, value FROM snapshot_fact") {
            stored[$0.string(0)] = $0.integer(1)
        }
        isWhole = stored["is_whole"] == 1
        readAt = stored["read_at"] ?? 0
        films = Int(clamping: stored["films"] ?? 0)
        details = Int(clamping: stored["details"] ?? 0)
        isComplete = stored["is_complete"] == 1
    }
}

extension SnapshotDatabase {
    fileprivate func genres() throws(SQLiteError) -> [GenreRecord] {
        try connection.rows("SELECT id, name, description FROM genre ORDER BY name, id") {
            GenreRecord(id: $0.string(0), name: $0.string(1), description: $0.optionalString(2))
        }
    }

    /// Calls `body` with every film, and whether its own record was read.
    /// Films are the same whatever order they came in, but for equal ones.
    fileprivate func forEachFilm(
        _ body: (FilmRecord, Bool) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        try connection.forEachRow("SELECT listed, detail FROM film ORDER BY priority, id") {
            (row) throws(SQLiteError) in
            let listed = try Self.film(row, 0)
            guard let detail = try Self.film(row, 1) else {
                if let listed { try body(listed, false) }
                return
            }
            try body(listed.map { detail.filled(from: $0) } ?? detail, true)
        }
    }
}
