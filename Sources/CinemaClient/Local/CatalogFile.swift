internal import CMalloc
internal import Glibc
internal import Synchronization

/// Makes catalogue files so that nobody ever sees half of one.
///
/// A file is written beside its place under a name of its own, flushed to the
/// disk, and renamed: whoever opens the place finds the old file or the new
/// one, whatever happens. The unfinished file is locked (flock(2)) while its
/// maker lives, so what a dead one left behind is known and removed by the
/// next maker.
enum CatalogFile {
    /// Why a file could not be made.
    enum Failure: Error {
        /// What a system call refused: the call's object and the reason.
        case system(path: String, errno: Int32)
        case database(SQLiteError)
        /// Another process is making the same file.
        case busy

        var words: String {
            switch self {
            case .busy: "another process is making it"
            case .system(let path, let number): "\(path): \(SystemCall.message(number))"
            case .database(let error): error.message
            }
        }
    }

    private static let suffix = ".partial"
    private static let made = Atomic(0)

    /// Makes the file at `path`, replacing one that is there; `alone`, only if
    /// nobody else is making it.
    static func make(
        at path: String, alone: Bool = false,
        _ fill: (Connection) throws(SQLiteError) -> Void
    ) throws(Failure) {
        let (directory, name) = split(path)
        let others = removeLeftOvers(of: name, in: directory)
        if alone && others > 0 { throw .busy }
        let number = made.add(1, ordering: .relaxed).newValue
        let partial = "\(path).\(getpid())-\(number)\(suffix)"
        let descriptor = open(partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(path: directory, errno: errno) }
        defer { close(descriptor) }
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        // The films that were sorted are many times what a catalogue needs
        // once it is open.
        defer { cmalloc_return_unused() }
        do throws(Failure) {
            do throws(SQLiteError) {
                try fill(Connection(path: partial, access: .readWrite))
            } catch {
                throw .database(error)
            }
            guard fsync(descriptor) == 0 else { throw .system(path: partial, errno: errno) }
            guard rename(partial, path) == 0 else { throw .system(path: path, errno: errno) }
        } catch {
            unlink(partial)
            throw error
        }
        flushDirectory(directory)
    }

    /// Makes the directories of a path.
    static func makeDirectory(_ path: String) throws(Failure) {
        var current = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            current += part
            if mkdir(current, 0o755) != 0, errno != EEXIST {
                throw .system(path: current, errno: errno)
            }
            current += "/"
        }
    }

    /// Whether there is something that reading will not wait for.
    static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Removes a database with all that SQLite keeps beside it
    /// (sqlite.org/tempfiles.html).
    static func removeDatabase(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a file that is there says that it is a catalogue, of whatever
    /// version and in whatever state.
    static func isCatalogue(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // The application id, big-endian (sqlite.org/fileformat.html).
        var bytes: [UInt8] = [0, 0, 0, 0]
        guard pread(descriptor, &bytes, 4, 68) == 4 else { return false }
        return bytes.reduce(0) { $0 << 8 | Int32($1) } == CatalogSchema.applicationID
    }

    /// Removes the unfinished files of makers that are gone; tells how many
    /// of others there are.
    @discardableResult
    static func removeLeftOvers(of name: String, in directory: String) -> Int {
        var others = 0
        guard let stream = opendir(directory) else { return others }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let entryName = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard entryName.hasPrefix(name + "."), entryName.hasSuffix(suffix) else { continue }
            let path = directory + "/" + entryName
            let descriptor = open(path, O_RDWR | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) } else { others += 1 }
            close(descriptor)
        }
        return others
    }

    static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let directory = String(path[..<slash])
        return (directory.isEmpty ? "/" : directory, String(path[path.index(after: slash)...]))
    }

    /// So that the new name survives a power failure; where that cannot be
    /// had, the file is still whole.
    private static func flushDirectory(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}
