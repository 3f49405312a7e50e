internal import CFilms
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

    /// Opens the catalogue of `directory`, which is made if it is missing.
    ///
    /// Where nothing can be written there, a private temporary catalogue
    /// serves, and its summary's notice says why. Opening costs a millisecond
    /// or two, making the file less than a second on a thread of its own.
    public static func open(
        directory: String, progress: @escaping Progress = { _ in }
    ) async throws(CatalogError) -> LocalCatalog {
        let path = directory + "/" + fileName
        // The common case needs no other thread: it is a few system calls.
        if CatalogFile.exists(path), let readers = try? LocalCatalog.Readers(path: path) {
            return catalog(readers, path: path)
        }
        let opened = await BackgroundWork().run { make(in: directory, path: path, progress) }
        return try opened.get()
    }

    static var fileName: String {
        "films-\(CatalogSchema.version)-\(hexadecimal(checksum)).sqlite"
    }

    private static func catalog(_ readers: LocalCatalog.Readers, path: String) -> LocalCatalog {
        LocalCatalog(name: name, readers: readers) {
            do throws(CatalogFile.Failure) {
                try CatalogFile.make(at: path) { (connection) throws(SQLiteError) in
                    try fill(connection)
                }
            } catch {
                return temporaryReaders()
            }
            return try? LocalCatalog.Readers(path: path)
        }
    }

    private static func make(
        in directory: String, path: String, _ progress: Progress
    ) -> Result<LocalCatalog, CatalogError> {
        let reason: String
        do throws(CatalogFile.Failure) {
            try CatalogFile.makeDirectory(directory)
            try CatalogFile.make(at: path) { (connection) throws(SQLiteError) in
                try fill(connection, progress)
            }
            do throws(SQLiteError) {
                return .success(catalog(try LocalCatalog.Readers(path: path), path: path))
            } catch {
                throw .database(error)
            }
        } catch {
            reason = error.words
        }
        guard let readers = temporaryReaders(progress) else {
            return .failure(
                CatalogError(
                    .unavailable, source: name,
                    cause: "the catalogue cannot be made (\(reason)); free some space"))
        }
        let notice = "The catalogue cannot be kept (\(reason)): this one is temporary"
        return .success(LocalCatalog(name: name, readers: readers, notice: notice))
    }

    /// A catalogue that nobody else sees and that ends with the process: a
    /// file without a name where one can be written, else in memory.
    private static func temporaryReaders(
        _ progress: Progress = { _ in }
    ) -> LocalCatalog.Readers? {
        let configured = getenv("TMPDIR").map { String(cString: $0) }
        for directory in [configured, "/tmp", "/dev/shm"].compactMap({ $0 }) {
            let path = "\(directory)/cinema-\(getpid())-\(fileName)"
            guard
                (try? CatalogFile.make(
                    at: path,
                    { (connection) throws(SQLiteError) in try fill(connection, progress) }))
                    != nil
            else { continue }
            defer { unlink(path) }
            if let readers = try? LocalCatalog.Readers(path: path) { return readers }
        }
        return try? LocalCatalog.Readers { () throws(SQLiteError) in
            let connection = try Connection.inMemory()
            try fill(connection, progress)
            return connection
        }
    }

    private static let provenance = "Wikidata, CC0-1.0, by way of bokeh_sampledata 2026.1"

    /// Writes the program's film data as a catalogue.
    static func fill(
        _ connection: Connection, _ progress: Progress = { _ in }
    ) throws(SQLiteError) {
        let lines = LineReader(memory: data, name: "film data")
        var builder = CatalogBuilder()
        var records = FilmRecordReader()
        let document = JSONDocument()
        var last = 0.0
        while let line = try next(lines) {
            guard case .text(let bytes) = line.content,
                let value = try? document.parse(bytes), let film = records.film(value)
            else { throw .unreadableData }
            _ = builder.add(film)
            let share = Double(lines.bytesRead) / Double(max(1, data.count)) * 0.4
            if share >= last + 0.02 {
                last = share
                progress(share)
            }
        }
        try CatalogWriter.write(builder, to: connection, provenance: provenance) {
            progress(0.4 + 0.6 * $0)
        }
    }

    private static func next(_ lines: LineReader) throws(SQLiteError) -> LineReader.Line? {
        do throws(LineReaderError) {
            return try lines.next()
        } catch {
            throw .unreadableData
        }
    }

    private static var data: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: cfilms_bytes(), count: cfilms_length())
    }

    /// The checksum that ends the compressed data (RFC 1952): CRC-32 of the
    /// films themselves, without reading them.
    private static var checksum: UInt32 {
        guard data.count >= 8 else { return 0 }
        return UInt32(
            littleEndian: data.loadUnaligned(fromByteOffset: data.count - 8, as: UInt32.self))
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension SQLiteError {
    /// The program itself is damaged.
    fileprivate static let unreadableData = SQLiteError(
        .error, message: "the program's film data cannot be read")
}
