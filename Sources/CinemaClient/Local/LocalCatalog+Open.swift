public import CinemaCore
internal import Glibc

extension LocalCatalog {
    /// Opens a catalogue file that an import made.
    ///
    /// Fails with `.unavailable` where there is no such file, and with
    /// `.invalidAnswer` where it is not a catalogue, or one of another version.
    public static func open(path: String) throws(CatalogError) -> LocalCatalog {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        do throws(SQLiteError) {
            try checkFile(path)
            return LocalCatalog(name: name, readers: try Readers(path: path))
        } catch {
            throw CatalogError(opening: path, error)
        }
    }

    /// SQLite would wait for a pipe to be written.
    private static func checkFile(_ path: String) throws(SQLiteError) {
        guard CatalogFile.exists(path), !CatalogFile.isFile(path) else { return }
        throw SQLiteError(.notADatabase, message: "\(path) is not a file")
    }

    /// What the file at `path` tells of itself.
    public static func info(path: String) throws(CatalogError) -> CatalogInfo {
        do throws(SQLiteError) {
            try checkFile(path)
            let connection = try Connection(path: path, access: .immutable)
            let database = try CatalogDatabase(connection, shared: SharedMatches())
            let provenance = try connection.firstRow(
                "SELECT value FROM property WHERE name = ?",
                [.text(CatalogSchema.Property.provenance)]
            ) { $0.string(0) }
            var status = stat()
            let isThere = stat(path, &status) == 0
            return CatalogInfo(
                path: path, films: database.lastFilm, people: database.lastPerson,
                genres: database.genres.count, schemaVersion: Int(CatalogSchema.version),
                bytes: isThere ? Int64(status.st_size) : 0,
                modified: isThere ? Int64(status.st_mtim.tv_sec) : 0,
                provenance: provenance ?? "")
        } catch {
            throw CatalogError(opening: path, error)
        }
    }
}

extension CatalogError {
    /// Why a file could not be opened as a catalogue.
    fileprivate init(opening path: String, _ error: SQLiteError) {
        switch error.code {
        case .cannotOpen:
            let reason = access(path, R_OK) == 0 ? error.message : SystemCall.message(errno)
            self.init(.unavailable, source: path, cause: "the file cannot be opened (\(reason))")
        case .notADatabase:
            self.init(
                .invalidAnswer, source: path,
                cause: "the file is not a catalogue; make one with cinema catalogue import")
        case .schema:
            self.init(
                .invalidAnswer, source: path,
                cause: "\(error.message); import its films again")
        default: self.init(error, source: path)
        }
    }
}
