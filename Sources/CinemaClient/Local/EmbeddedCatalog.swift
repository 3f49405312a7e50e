public import CinemaCore
internal import Glibc

/// The catalogue that is in the program: found in the data directory, or made
/// there from the program's own film data.
///
/// The file's name has the version of the schema and the checksum of the
/// data, so that two versions of the program do not fight over one; files of
/// other versions are left alone, because another program may be using them.
/// Several processes may start at once: each makes a whole file and renames
/// it, and the files are the same.
public enum EmbeddedCatalog {
    /// What the header calls it.
    public static let name = "embedded"

    /// How far the making of the file is, from 0 to 1; called on another
    /// thread, and not at all where the file is there.
    public typealias Progress = @Sendable (Double) -> Void

    /// Opens the catalogue of `directory`, which is made if it is missing; nil
    /// is for somebody who has no home to keep it in.
    ///
    /// Where nothing can be written there, a private temporary catalogue
    /// serves, and its summary's notice says why. Opening costs a millisecond
    /// or two, making the file less than a second on a thread of its own.
    public static func open(
        directory: String?, progress: @escaping Progress = { _ in }
    ) async throws(CatalogError) -> LocalCatalog {
        try await open(directory: directory, data: .program, progress: progress)
    }

    /// Opens the catalogue of `directory` if it is made already: a few system
    /// calls, on the calling thread. Nil where it has to be made first.
    public static func openIfMade(directory: String?) -> LocalCatalog? {
        directory.flatMap { openIfMade(directory: $0, data: .program) }
    }

    private static func openIfMade(directory: String, data: FilmData) -> LocalCatalog? {
        let path = directory + "/" + fileName(data)
        guard CatalogFile.isFile(path), let readers = try? LocalCatalog.Readers(path: path)
        else { return nil }
        return catalog(readers, data, path: path)
    }

    /// What the file of `directory` tells of itself; nil where there is none.
    public static func info(directory: String?) throws(CatalogError) -> CatalogInfo? {
        guard let directory else { return nil }
        let path = directory + "/" + fileName(.program)
        return CatalogFile.exists(path) ? try LocalCatalog.info(path: path) : nil
    }

    static func open(
        directory: String?, data: FilmData, progress: @escaping Progress = { _ in }
    ) async throws(CatalogError) -> LocalCatalog {
        if let directory, let made = openIfMade(directory: directory, data: data) { return made }
        let opened = await BackgroundWork().run {
            if let directory { return make(in: directory, data, progress) }
            return temporary(data, reason: "HOME is not set", progress)
        }
        return try opened.get()
    }

    static func fileName(_ data: FilmData) -> String {
        "films-\(CatalogSchema.version)-\(data.checksumText).sqlite"
    }

    private static func catalog(
        _ readers: LocalCatalog.Readers, _ data: FilmData, path: String
    ) -> LocalCatalog {
        LocalCatalog(name: name, readers: readers) {
            do throws(CatalogFile.Failure) {
                try CatalogFile.make(at: path) { (connection) throws(SQLiteError) in
                    try data.fill(connection)
                }
            } catch {
                return temporaryReaders(data)
            }
            return try? LocalCatalog.Readers(path: path)
        }
    }

    private static func make(
        in directory: String, _ data: FilmData, _ progress: @escaping Progress
    ) -> Result<LocalCatalog, CatalogError> {
        let path = directory + "/" + fileName(data)
        do throws(CatalogFile.Failure) {
            try CatalogFile.makeDirectory(directory)
            try CatalogFile.make(at: path) { (connection) throws(SQLiteError) in
                try data.fill(connection, progress)
            }
            do throws(SQLiteError) {
                return .success(catalog(try LocalCatalog.Readers(path: path), data, path: path))
            } catch {
                throw .database(error)
            }
        } catch {
            return temporary(data, reason: error.words, progress)
        }
    }

    private static func temporary(
        _ data: FilmData, reason: String, _ progress: @escaping Progress
    ) -> Result<LocalCatalog, CatalogError> {
        guard let readers = temporaryReaders(data, progress) else {
            return .failure(
                CatalogError(
                    .unavailable, source: name,
                    cause: "the catalogue cannot be made (\(reason)); free some space"))
        }
        let notice = "This catalogue is temporary, as it cannot be kept: \(reason)"
        return .success(LocalCatalog(name: name, readers: readers, notice: notice))
    }

    /// A catalogue that nobody else sees and that ends with the process: a
    /// file without a name where one can be written, else in memory.
    private static func temporaryReaders(
        _ data: FilmData, _ progress: @escaping Progress = { _ in }
    ) -> LocalCatalog.Readers? {
        let configured = getenv("TMPDIR").map { String(cString: $0) }
        for directory in [configured, "/tmp", "/dev/shm"].compactMap({ $0 }) {
            let path = "\(directory)/cinema-\(getpid())-\(fileName(data))"
            guard
                (try? CatalogFile.make(
                    at: path,
                    { (connection) throws(SQLiteError) in try data.fill(connection, progress) }))
                    != nil
            else { continue }
            defer { unlink(path) }
            if let readers = try? LocalCatalog.Readers(path: path) { return readers }
        }
        return try? LocalCatalog.Readers { () throws(SQLiteError) in
            let connection = try Connection.inMemory()
            try data.fill(connection, progress)
            return connection
        }
    }
}
