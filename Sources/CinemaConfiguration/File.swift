internal import Glibc

/// The few things that a configuration asks of a file.
enum File {
    enum Outcome: Equatable {
        case bytes([UInt8])
        case missing
        /// In the system's words, or ours.
        case failed(String)
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The content of a file of at most so many bytes. Whatever is there,
    /// nothing waits for it.
    static func read(_ path: String, atMost limit: Int) -> Outcome {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            let number = errno
            return number == ENOENT || number == ENOTDIR
                ? .missing : .failed(String(cString: strerror(number)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return .failed("it is not a file")
        }
        guard status.st_size <= limit else { return .failed("it is larger than \(limit) bytes") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return .bytes(bytes) }
            guard count > 0 else {
                if errno == EINTR { continue }
                return .failed(String(cString: strerror(errno)))
            }
            bytes += buffer.prefix(count)
        }
        return .failed("it is larger than \(limit) bytes")
    }
}
