internal import CinemaCore

/// What was read of a source, film by film, in one SQLite file.
///
/// Every step is a transaction, so the reading goes on where it was, whatever
/// became of the program. Other processes may have the file open. The file is
/// what catalogues are built from; nobody searches it.
final class SnapshotDatabase {
    static let fileName = "staging.sqlite"
    private static let version: Int32 = 1
    /// "cist".
    private static let applicationID: Int64 = 0x6369_7374

    let connection: Connection
    private let path: String
    private let file: FileIdentity?

    /// Whether the file was removed or replaced meanwhile: what is written
    /// then is lost.
    var isRemoved: Bool {
        guard let file, let there = FileIdentity(path) else { return true }
        return !there.isSameFile(as: file)
    }

    private static let tables = """
        CREATE TABLE IF NOT EXISTS property (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
        -- listed and detail are packed records: of a list, and the film's own.
        -- round is that of the last list that had the film, seen_at when it was
        -- last on the screen, wanted whether its own record is to be read.
        CREATE TABLE IF NOT EXISTS film (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, round INTEGER NOT NULL DEFAULT 0,
            priority INTEGER NOT NULL DEFAULT 0, seen_at INTEGER, wanted INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0, retry_at INTEGER NOT NULL DEFAULT 0,
            detail_at INTEGER, listed BLOB, detail BLOB);
        CREATE INDEX IF NOT EXISTS film_wanted ON film (priority, retry_at) WHERE wanted = 1;
        -- Counts without a look at the records.
        CREATE INDEX IF NOT EXISTS film_round ON film (round, detail_at);
        CREATE TABLE IF NOT EXISTS page (
            round INTEGER, number INTEGER, PRIMARY KEY (round, number)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS genre (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT);
        """

    init(directory: String, access: Connection.Access = .readWrite) throws(SQLiteError) {
        path = directory + "/" + Self.fileName
        connection = try Connection(path: path, access: access, busyTimeout: .seconds(5))
        file = FileIdentity(path)
        if access == .readWrite {
            try connection.setPragma("journal_mode", to: "WAL")
            try connection.setPragma("synchronous", to: "NORMAL")
        }
        try connection.setPragma("cache_size", to: -1_024)
        try connection.prepare(
            applicationID: Self.applicationID, version: Self.version, tables: Self.tables,
            makes: access == .readWrite, complaint: "the file is not a snapshot's")
    }

    // MARK: State

    func state() throws(SQLiteError) -> SnapshotState {
        var values: [String: SQLiteValue] = [:]
        try connection.forEachRow("SELECT name, value FROM property") {
            values[$0.string(0)] = $0.value(1)
        }
        var state = SnapshotState()
        func integer(_ name: String) -> Int64? {
            guard case .integer(let value) = values[name] else { return nil }
            return value
        }
        if case .text(let stage) = values["stage"] {
            state.stage = SnapshotState.Stage(rawValue: stage) ?? .lists
        }
        state.round = Int(clamping: integer("round") ?? 0)
        state.roundBeganAt = integer("round_began_at")
        state.listsReadAt = integer("lists_read_at")
        state.gaveUpAt = integer("gave_up_at")
        state.needsDetails = integer("needs_details") != 0
        state.announced = integer("announced").map { Int(clamping: $0) }
        let isReadingLists = state.stage == .lists && state.round > 0
        let sql =
            "SELECT count(*), count(detail_at) FROM film"
            + (isReadingLists ? " WHERE round = ?" : "")
        let counts = try connection.firstRow(
            sql, isReadingLists ? [.integer(Int64(state.round))] : []
        ) { (Int(clamping: $0.integer(0)), Int(clamping: $0.integer(1))) }
        state.films = counts?.0 ?? 0
        state.details = state.needsDetails ? counts?.1 ?? 0 : state.films
        return state
    }

    func set(_ name: String, _ value: SQLiteValue) throws(SQLiteError) {
        try connection.run("INSERT OR REPLACE INTO property VALUES (?, ?)", [.text(name), value])
    }

    func set(_ stage: SnapshotState.Stage) throws(SQLiteError) {
        try set("stage", .text(stage.rawValue))
    }

    // MARK: What was seen

    /// Keeps a film that somebody looked at; whole is its own record. True if
    /// it is new or differs from what is known.
    func keepSeen(
        _ film: FilmRecord, isWhole: Bool, wanted: Bool, now: Int64
    ) throws(SQLiteError) -> Bool {
        guard let id = film.id else { return false }
        let known = try record(id)
        let isNew = known == nil
        if isWhole {
            guard isNew || known?.detail != film else { return false }
            try keepDetail(film, now: now)
            try connection.run(
                "UPDATE film SET seen_at = ? WHERE id = ?", [.integer(now), .text(id)])
            return true
        }
        if let listed = known?.listed ?? known?.detail, !film.differs(from: listed) {
            return false
        }
        let sql = """
            INSERT INTO film (id, listed, seen_at, wanted, priority) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET listed = excluded.listed, seen_at = excluded.seen_at,
                wanted = excluded.wanted, attempts = 0, retry_at = 0
            """
        try connection.run(
            sql,
            [
                .text(id), .blob(film.packed), .integer(now), .integer(wanted ? 1 : 0),
                .integer(Self.priority(film, place: 0)),
            ])
        return true
    }

    /// Lets go of what was seen longest ago where there is too much of it.
    func trimSeen(most: Int) throws(SQLiteError) {
        let sql = """
            DELETE FROM film WHERE round = 0 AND row IN (
                SELECT row FROM film WHERE round = 0 ORDER BY seen_at DESC LIMIT -1 OFFSET ?)
            """
        try connection.run(sql, [.integer(Int64(most))])
    }

    func record(
        _ id: String
    ) throws(SQLiteError) -> (listed: FilmRecord?, detail: FilmRecord?)? {
        try connection.firstRow("SELECT listed, detail FROM film WHERE id = ?", [.text(id)]) {
            (row) throws(SQLiteError) in
            (try Self.film(row, 0), try Self.film(row, 1))
        }
    }

    static func film(_ row: Statement, _ column: Int) throws(SQLiteError) -> FilmRecord? {
        guard !row.isNull(column) else { return nil }
        return try row.withBytes(column) { (bytes) throws(SQLiteError) in
            try FilmRecord(packed: bytes)
        }
    }

    /// Best rated first, then in the order of the lists.
    static func priority(_ film: FilmRecord, place: Int) -> Int64 {
        let rank = film.rating.map { 100 - $0.tenths } ?? 101
        return Int64(rank) << 32 | Int64(UInt32(clamping: place))
    }
}

extension FilmRecord {
    /// Whether a row of a list tells something else than was known: only what
    /// it has counts, for lists of one source know more or less.
    func differs(from other: FilmRecord) -> Bool {
        func isOther<Value: Equatable>(_ new: Value?, _ old: Value?) -> Bool {
            new != nil && new != old
        }
        return title != other.title || isOther(year, other.year)
            || isOther(rating, other.rating) || isOther(reviews, other.reviews)
            || isOther(runtime, other.runtime) || isOther(type, other.type)
            || (!genres.isEmpty && Set(genres.map(\.name)) != Set(other.genres.map(\.name)))
    }
}
