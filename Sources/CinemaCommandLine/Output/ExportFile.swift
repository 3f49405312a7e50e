import Glibc

/// A file that is made line by line under the name `FILE.partial`, and gets
/// its own once it is whole.
///
/// It always ends with a whole line: what could not be written as a whole is
/// cut off again. Belongs to one owner.
final class ExportFile {
    /// Where the finished file is to be.
    let path: String
    private let descriptor: Int32
    private var length: Int64

    var partial: String { Self.partial(of: path) }

    static func partial(of path: String) -> String { path + ".partial" }

    private init(path: String, descriptor: Int32, length: Int64) {
        self.path = path
        self.descriptor = descriptor
        self.length = length
    }

    /// - Parameters:
    ///   - path: As the reader gave it; a link is followed, not replaced.
    ///   - replaces: Whether what is there may go.
    ///   - resumes: Whether what is unfinished is kept.
    static func open(
        _ path: String, replaces: Bool, resumes: Bool
    ) throws(ExportRefusal) -> ExportFile {
        let target = resolved(path)
        if let mode = mode(of: target) {
            guard mode & S_IFMT == S_IFREG else {
                throw ExportRefusal(
                    "\(path) is no plain file; leave --into out and write > \(path) instead")
            }
            guard replaces else {
                throw ExportRefusal(
                    "\(path) exists; say --replace to put the export in its place")
            }
        }
        let partial = partial(of: target)
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
        let descriptor = Glibc.open(partial, flags, 0o666)
        guard descriptor >= 0 else {
            throw ExportRefusal("\(partial) cannot be written: \(reason)")
        }
        let file = ExportFile(path: target, descriptor: descriptor, length: 0)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw ExportRefusal("\(partial) is being written by another cinema export")
        }
        try file.begin(replaces: replaces, resumes: resumes)
        return file
    }

    private func begin(replaces: Bool, resumes: Bool) throws(ExportRefusal) {
        length = Int64(max(0, lseek(descriptor, 0, SEEK_END)))
        guard length > 0, !resumes else { return }
        guard replaces else {
            throw ExportRefusal(
                """
                \(partial) is an export that was not finished; say --resume to go on with it, \
                or --replace to begin anew
                """
            )
        }
        if let reason = cut(to: 0) {
            throw ExportRefusal("\(partial) cannot be written: \(reason)")
        }
    }

    deinit { close(descriptor) }

    var isEmpty: Bool { length == 0 }

    /// Appends whole lines, all or none of them.
    func append(_ bytes: [UInt8]) throws(OutputFailure) {
        do throws(OutputFailure) {
            try FileDescriptorSink(descriptor: descriptor).write(bytes)
            length += Int64(bytes.count)
        } catch {
            _ = cut(to: length)
            throw error
        }
    }

    /// Cuts it, and goes on from there; says why where that fails.
    private func cut(to end: Int64) -> String? {
        guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, off_t(end), SEEK_SET) >= 0
        else { return Self.reason }
        length = end
        return nil
    }

    /// Reads the lines that are there, a line at a time without its end, and
    /// cuts off what is behind the last of them. Of a long line only the
    /// beginning is handed out. Says why where it cannot be read.
    func readLines(_ body: (ArraySlice<UInt8>) -> Void) -> String? {
        var line: [UInt8] = []
        var end: Int64 = 0
        var position: Int64 = 0
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = pread(descriptor, chunk.baseAddress, chunk.count, off_t(position))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return Self.reason }
            guard count > 0 else { break }
            var rest = UnsafeRawBufferPointer(chunk)[..<count]
            while let place = rest.firstIndex(of: 0x0a) {
                line.append(contentsOf: rest[..<place].prefix(Self.beginning))
                body(line[...])
                line.removeAll(keepingCapacity: true)
                end = position + Int64(place) + 1
                rest = rest[(place + 1)...]
            }
            line.append(contentsOf: rest.prefix(max(0, Self.beginning - line.count)))
            position += Int64(count)
        }
        return cut(to: end)
    }

    private static let beginning = 4_096

    /// Gives the file its own name; says why where it cannot.
    func finish() -> String? {
        // What a crash of the machine must not take away again.
        guard fsync(descriptor) == 0 || errno == EINVAL else { return Self.reason }
        guard rename(partial, path) == 0 else { return Self.reason }
        return nil
    }

    /// Removes what holds nothing.
    func discard() { unlink(partial) }

    private static var reason: String { String(cString: strerror(errno)) }

    private static func mode(of path: String) -> mode_t? {
        var facts = stat()
        return stat(path, &facts) == 0 ? facts.st_mode : nil
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

/// Why an export does not begin or go on: a sentence without its end.
struct ExportRefusal: Error {
    var sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}
