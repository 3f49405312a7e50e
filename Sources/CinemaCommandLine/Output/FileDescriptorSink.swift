import Glibc

/// Writes to a file descriptor that somebody else opened and closes.
public struct FileDescriptorSink: OutputSink {
    public let descriptor: Int32

    public init(descriptor: Int32) { self.descriptor = descriptor }

    /// Goes on after signals and partial writes, and waits where the other
    /// end is slow and the descriptor does not block (a terminal that another
    /// process made so).
    public func write(_ bytes: [UInt8]) throws(OutputFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count >= 0 {
                written += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: wait()
            case EPIPE: throw .closed
            default: throw .failed(String(cString: strerror(errno)))
            }
        }
    }

    private func wait() {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }
}
