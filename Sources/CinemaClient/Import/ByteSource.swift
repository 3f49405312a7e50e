import Glibc

/// Bytes in pieces, from a file or from memory.
///
/// Belongs to one owner.
final class ByteSource {
    private enum Origin {
        case file(descriptor: Int32)
        case memory(UnsafeRawBufferPointer)
        case bytes([UInt8])
    }

    /// What errors call it.
    let name: String

    /// How many bytes there are; nil for a pipe and such.
    let totalCount: Int64?

    /// How many bytes were handed out.
    private(set) var offset: Int64 = 0

    private let origin: Origin
    private let stop: InterruptHandle?

    /// Opens a file.
    /// - Parameter stop: Ends the waiting for a pipe or a terminal that is
    ///   silent.
    init(path: String, stop: InterruptHandle? = nil) throws(LineReaderError) {
        let opened = SystemCall.repeated { Int(open(path, O_RDONLY | O_CLOEXEC)) }
        let descriptor: Int32
        switch opened {
        case .success(let number): descriptor = Int32(number)
        case .failure(let error):
            throw LineReaderError(kind: .open(errno: error.number), name: path, offset: 0)
        }
        name = path
        self.stop = stop
        origin = .file(descriptor: descriptor)
        var status = stat()
        let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        totalCount = isFile ? Int64(status.st_size) : nil
    }

    /// Reads memory that outlives this source, such as data in the program.
    init(memory: UnsafeRawBufferPointer, name: String) {
        self.name = name
        totalCount = Int64(memory.count)
        stop = nil
        origin = .memory(memory)
    }

    init(bytes: [UInt8], name: String) {
        self.name = name
        totalCount = Int64(bytes.count)
        stop = nil
        origin = .bytes(bytes)
    }

    deinit {
        if case .file(let descriptor) = origin { close(descriptor) }
    }

    /// Fills the beginning of `buffer`; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(LineReaderError) -> Int {
        let count: Int
        switch origin {
        case .file(let descriptor): count = try read(descriptor, into: buffer)
        case .memory(let memory): count = copy(memory, into: buffer)
        case .bytes(let bytes): count = bytes.withUnsafeBytes { copy($0, into: buffer) }
        }
        offset += Int64(count)
        return count
    }

    private func read(
        _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
    ) throws(LineReaderError) -> Int {
        try waitForBytes(descriptor)
        let outcome = SystemCall.repeated {
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        }
        switch outcome {
        case .success(let count): return count
        case .failure(let error):
            throw LineReaderError(kind: .read(errno: error.number), name: name, offset: offset)
        }
    }

    /// Waits until reading will not, or until nobody wants it any more.
    private func waitForBytes(_ descriptor: Int32) throws(LineReaderError) {
        guard totalCount == nil, let stop else { return }
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            guard !stop.isInterrupted else {
                throw LineReaderError(kind: .stopped, name: name, offset: offset)
            }
            // What cannot be polled is read, and says what is wrong with it.
            guard poll(&wanted, 1, Self.patience) == 0 else { return }
        }
    }

    /// Milliseconds between two looks at whether to stop.
    private static let patience: Int32 = 100

    private func copy(
        _ memory: UnsafeRawBufferPointer, into buffer: UnsafeMutableRawBufferPointer
    ) -> Int {
        let start = Int(offset)
        let count = min(buffer.count, memory.count - start)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<start + count]))
        return count
    }
}
