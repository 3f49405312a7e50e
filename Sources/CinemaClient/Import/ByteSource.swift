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

    /// Opens a file.
    init(path: String) throws(LineReaderError) {
        let opened = SystemCall.repeated { Int(open(path, O_RDONLY | O_CLOEXEC)) }
        let descriptor: Int32
        switch opened {
        case .success(let number): descriptor = Int32(number)
        case .failure(let error):
            throw LineReaderError(kind: .open(errno: error.number), name: path, offset: 0)
        }
        name = path
        origin = .file(descriptor: descriptor)
        var status = stat()
        let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        totalCount = isFile ? Int64(status.st_size) : nil
    }

    /// Reads memory that outlives this source, such as data in the program.
    init(memory: UnsafeRawBufferPointer, name: String) {
        self.name = name
        totalCount = Int64(memory.count)
        origin = .memory(memory)
    }

    init(bytes: [UInt8], name: String) {
        self.name = name
        totalCount = Int64(bytes.count)
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
        let outcome = SystemCall.repeated {
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        }
        switch outcome {
        case .success(let count): return count
        case .failure(let error):
            throw LineReaderError(kind: .read(errno: error.number), name: name, offset: offset)
        }
    }

    private func copy(
        _ memory: UnsafeRawBufferPointer, into buffer: UnsafeMutableRawBufferPointer
    ) -> Int {
        let start = Int(offset)
        let count = min(buffer.count, memory.count - start)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<start + count]))
        return count
    }
}
