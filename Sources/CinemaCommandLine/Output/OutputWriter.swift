import Synchronization

/// Lines of output, collected and written in large pieces.
///
/// What is not yet written is bounded; `flush` writes it. A line that was cut
/// off by a failure is never finished: the first failure is the last write.
public final class OutputWriter: Sendable {
    private let sink: any OutputSink
    private let pending = Mutex<[UInt8]>([])
    private let capacity: Int

    public init(_ sink: any OutputSink, capacity: Int = 1 << 16) {
        self.sink = sink
        self.capacity = capacity
    }

    public func write(_ bytes: some Sequence<UInt8>) throws(OutputFailure) {
        try pending.withLock { (pending) throws(OutputFailure) in
            pending.append(contentsOf: bytes)
            if pending.count >= capacity { try Self.empty(&pending, into: sink) }
        }
    }

    /// Writes a line; the caller has made its text safe.
    public func line(_ text: String) throws(OutputFailure) {
        try pending.withLock { (pending) throws(OutputFailure) in
            pending.append(contentsOf: text.utf8)
            pending.append(0x0a)
            if pending.count >= capacity { try Self.empty(&pending, into: sink) }
        }
    }

    public func flush() throws(OutputFailure) {
        try pending.withLock { (pending) throws(OutputFailure) in
            try Self.empty(&pending, into: sink)
        }
    }

    private static func empty(
        _ pending: inout [UInt8], into sink: any OutputSink
    ) throws(OutputFailure) {
        guard !pending.isEmpty else { return }
        defer { pending.removeAll(keepingCapacity: true) }
        try sink.write(pending)
    }
}
