internal import Glibc
internal import Synchronization

/// The file of a sort: sorted runs, one behind the other.
///
/// It has no name (O_TMPFILE, or its name goes at once), so nothing is left of
/// it whatever ends the process.
///
/// `@unchecked` because one thread after the other uses it: a run is written
/// by the thread that sorted it, which is waited for before the next run or
/// any reading.
final class SortFile: @unchecked Sendable {
    private static let chunk = 256 * 1024
    private static let opened = Atomic(0)

    private let directory: String
    private let descriptor: Int32
    /// Nothing once writing has ended.
    private var buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: chunk, alignment: 16)
    private var pending = 0
    private var position: Int64 = 0
    private var runStart: Int64 = 0

    /// Where the runs are.
    private(set) var runs: [Range<Int64>] = []

    init(directory: String) throws(SQLiteError) {
        self.directory = directory
        descriptor = Self.open(in: directory)
        guard descriptor >= 0 else {
            throw SQLiteError(
                .cannotOpen,
                message: "no temporary file can be made in \(directory): "
                    + SystemCall.message(errno))
        }
    }

    deinit {
        close(descriptor)
        buffer.deallocate()
    }

    private static func open(in directory: String) -> Int32 {
        // O_TMPFILE, which Swift's module of glibc leaves out.
        let unnamed = 0o20_000_000 | O_DIRECTORY
        let descriptor = Glibc.open(directory, O_RDWR | unnamed | O_CLOEXEC, 0o600)
        if descriptor >= 0 { return descriptor }
        // Not every file system knows it.
        let number = opened.add(1, ordering: .relaxed).newValue
        let name = "\(directory)/.cinema-\(getpid())-\(number).sort"
        let named = Glibc.open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if named >= 0 { unlink(name) }
        return named
    }

    func write(_ number: UInt64) throws(SQLiteError) {
        if pending + 10 > Self.chunk { try flush() }
        var rest = number
        while rest >= 0x80 {
            buffer.storeBytes(
                of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: pending, as: UInt8.self)
            pending += 1
            rest >>= 7
        }
        buffer.storeBytes(
            of: UInt8(truncatingIfNeeded: rest), toByteOffset: pending, as: UInt8.self)
        pending += 1
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SQLiteError) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        if pending + bytes.count > Self.chunk { try flush() }
        guard bytes.count <= Self.chunk else { return try put(bytes) }
        buffer.baseAddress.map { $0 + pending }?
            .copyMemory(from: source, byteCount: bytes.count)
        pending += bytes.count
    }

    /// Says that what follows is sorted anew.
    func endRun() throws(SQLiteError) {
        try flush()
        runs.append(runStart..<position)
        runStart = position
    }

    /// Says that no more runs come: reading needs no buffer of the file's.
    func endWriting() {
        buffer.deallocate()
        buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }

    private func flush() throws(SQLiteError) {
        try put(UnsafeRawBufferPointer(rebasing: buffer[..<pending]))
        pending = 0
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws(SQLiteError) {
        var rest = bytes
        while !rest.isEmpty {
            let outcome = SystemCall.repeated {
                pwrite(descriptor, rest.baseAddress, rest.count, off_t(position))
            }
            switch outcome {
            case .success(let count):
                position += Int64(count)
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            case .failure(let error):
                throw SQLiteError(
                    error.number == ENOSPC || error.number == EDQUOT ? .full : .inputOutputWrite,
                    message: "a temporary file in \(directory) cannot be written: "
                        + SystemCall.message(error.number))
            }
        }
    }

    /// Reads at a place; what a run has must be there.
    func read(at place: Int64, into bytes: UnsafeMutableRawBufferPointer) throws(SQLiteError) {
        var done = 0
        while done < bytes.count {
            let outcome = SystemCall.repeated {
                pread(
                    descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done,
                    off_t(place) + off_t(done))
            }
            switch outcome {
            case .success(let count) where count > 0: done += count
            case .success:
                throw SQLiteError(
                    .inputOutputShortRead, message: "a temporary file in \(directory) is cut off")
            case .failure(let error):
                throw SQLiteError(
                    .inputOutputRead,
                    message: "a temporary file in \(directory) cannot be read: "
                        + SystemCall.message(error.number))
            }
        }
    }
}
