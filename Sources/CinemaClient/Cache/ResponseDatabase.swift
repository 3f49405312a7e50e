internal import Glibc

/// The kept answers in one SQLite file, for one owner; other processes may
/// have the file open as well.
///
/// A write-ahead log lets them read while one writes. Nothing is flushed to
/// the disk before SQLite wants it: an answer that is lost is asked for again.
final class ResponseDatabase {
    static let fileName = "responses.sqlite"
    private static let version: Int32 = 1
    /// "circ".
    private static let applicationID: Int64 = 0x6369_7263

    private let connection: Connection
    /// What the answers may take together, in bytes.
    private let capacity: Int
    private let namespace: UUIDNamespace?
    /// Bytes written since the total was last looked at.
    private var unchecked = Int.max
    private var touched: [Int64: Int64] = [:]

    /// Reads are told to the database in batches of so many.
    private static let touches = 64

    private static let tables = """
        CREATE TABLE IF NOT EXISTS property (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS response (
            row INTEGER PRIMARY KEY, asker TEXT NOT NULL, question TEXT NOT NULL,
            read_at INTEGER NOT NULL, fresh_until INTEGER NOT NULL, stale_until INTEGER NOT NULL,
            used INTEGER NOT NULL, bytes INTEGER NOT NULL, status INTEGER NOT NULL,
            url TEXT NOT NULL, fields BLOB NOT NULL, checksum INTEGER NOT NULL,
            body BLOB NOT NULL, UNIQUE (asker, question));
        CREATE INDEX IF NOT EXISTS response_used ON response (used, bytes, read_at);
        """

    /// Opens the file of a directory, in memory where that is nil.
    init(directory: String?, capacity: Int) throws(SQLiteError) {
        let path = directory.map { $0 + "/" + Self.fileName } ?? ":memory:"
        // Short: the reader waits, and the network is there.
        let connection = try Connection(
            path: path, access: .readWrite, busyTimeout: .milliseconds(25))
        self.connection = connection
        self.capacity = max(0, capacity)
        try connection.setPragma("journal_mode", to: "WAL")
        try connection.setPragma("synchronous", to: "NORMAL")
        try connection.setPragma("cache_size", to: -1_024)
        try connection.prepare(
            applicationID: Self.applicationID, version: Self.version,
            tables: Self.tables
                + "INSERT OR IGNORE INTO property VALUES ('salt', lower(hex(randomblob(16))));",
            complaint: "the file is not a cache of this version")
        let salt = try connection.firstRow("SELECT value FROM property WHERE name = 'salt'") {
            $0.string(0)
        }
        namespace = salt.flatMap { UUIDNamespace($0) }
    }

    /// Who asked, so that nobody learns from it who that is.
    private func marker(_ asker: String) -> String {
        asker.isEmpty ? "" : namespace?.identifier(for: asker) ?? ""
    }

    func response(_ key: ResponseKey, now: Int64) throws(SQLiteError) -> KeptResponse? {
        let sql = """
            SELECT row, status, url, read_at, fresh_until, stale_until, checksum, fields, body
            FROM response WHERE asker = ? AND question = ?
            """
        let found = try connection.firstRow(sql, [.text(marker(key.asker)), .text(key.question)]) {
            (row) throws(SQLiteError) -> (Int64, Int64, KeptResponse) in
            let fields = try row.withBytes(7) { (bytes) throws(SQLiteError) in
                var reader = ByteReader(bytes)
                return try KeptResponse.fields(&reader)
            }
            let lifetime = CachePolicy.Lifetime(
                readAt: row.integer(3), freshUntil: row.integer(4), staleUntil: row.integer(5))
            let kept = KeptResponse(
                status: Int(clamping: row.integer(1)), url: row.string(2), fields: fields,
                body: row.bytes(8), lifetime: lifetime)
            return (row.integer(0), row.integer(6), kept)
        }
        guard let (row, checksum, kept) = found else { return nil }
        guard checksum == KeptResponse.checksum(kept.body) else { throw .damagedRecord }
        touched[row] = now
        if touched.count >= Self.touches { try? flushTouches() }
        return kept
    }

    /// Keeps an answer in the place of the key's last one.
    func keep(_ kept: KeptResponse, for key: ResponseKey, now: Int64) throws(SQLiteError) {
        let bytes = kept.body.count + key.question.utf8.count * 2 + 512
        guard bytes <= capacity / 4 else { return try remove(key) }
        let sql = """
            INSERT OR REPLACE INTO response (asker, question, read_at, fresh_until, stale_until,
                used, bytes, status, url, fields, checksum, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try connection.transaction { () throws(SQLiteError) in
            try connection.run(
                sql,
                [
                    .text(marker(key.asker)), .text(key.question), .integer(kept.lifetime.readAt),
                    .integer(kept.lifetime.freshUntil), .integer(kept.lifetime.staleUntil),
                    .integer(now), .integer(Int64(bytes)), .integer(Int64(kept.status)),
                    .text(kept.url), .blob(kept.packedFields),
                    .integer(KeptResponse.checksum(kept.body)), .blob(kept.body),
                ])
            try writeTouches()
            try trim(adding: bytes)
        }
        touched = [:]
    }

    /// Says that an answer was confirmed by the server.
    func renew(_ lifetime: CachePolicy.Lifetime, for key: ResponseKey) throws(SQLiteError) {
        let sql = """
            UPDATE response SET read_at = ?, fresh_until = ?, stale_until = ?
            WHERE asker = ? AND question = ?
            """
        try connection.run(
            sql,
            [
                .integer(lifetime.readAt), .integer(lifetime.freshUntil),
                .integer(lifetime.staleUntil), .text(marker(key.asker)), .text(key.question),
            ])
    }

    func remove(_ key: ResponseKey) throws(SQLiteError) {
        try connection.run(
            "DELETE FROM response WHERE asker = ? AND question = ?",
            [.text(marker(key.asker)), .text(key.question)])
    }

    func flushTouches() throws(SQLiteError) {
        guard !touched.isEmpty else { return }
        try connection.transaction { () throws(SQLiteError) in try writeTouches() }
        touched = [:]
    }

    private func writeTouches() throws(SQLiteError) {
        for (row, time) in touched {
            try connection.run(
                "UPDATE response SET used = ? WHERE row = ?", [.integer(time), .integer(row)])
        }
    }

    /// Removes what was not used for longest, once the whole is too large;
    /// the whole is added up only now and then.
    private func trim(adding bytes: Int) throws(SQLiteError) {
        unchecked = unchecked == .max ? .max : unchecked + bytes
        guard unchecked > capacity / 16 else { return }
        unchecked = 0
        let total = try connection.firstRow("SELECT total(bytes) FROM response") {
            Int(clamping: $0.integer(0))
        }
        guard var rest = total, rest > capacity - capacity / 16 else { return }
        var oldest: [Int64] = []
        let order = "SELECT row, bytes FROM response ORDER BY used, row"
        try connection.withStatement(order) { (statement) throws(SQLiteError) in
            while rest > capacity - capacity / 8, try statement.step() {
                oldest.append(statement.integer(0))
                rest -= Int(clamping: statement.integer(1))
            }
        }
        for row in oldest {
            try connection.run("DELETE FROM response WHERE row = ?", [.integer(row)])
        }
    }

    /// Removes the file of a directory with all that belongs to it.
    static func removeFile(directory: String) {
        CatalogFile.removeDatabase("\(directory)/\(fileName)")
    }
}
