import CinemaCommandLine
import Synchronization

/// Output that stays in memory, and may close like a pipe.
final class MemorySink: OutputSink {
    private struct State {
        var bytes: [UInt8] = []
        var writes: [Int] = []
    }

    private let state = Mutex(State())
    /// After so many bytes nobody reads any more.
    private let capacity: Int
    private let failure: OutputFailure

    init(capacity: Int = .max, failure: OutputFailure = .closed) {
        self.capacity = capacity
        self.failure = failure
    }

    func write(_ bytes: [UInt8]) throws(OutputFailure) {
        try state.withLock { (state) throws(OutputFailure) in
            guard state.bytes.count + bytes.count <= capacity else { throw failure }
            state.bytes += bytes
            state.writes.append(bytes.count)
        }
    }

    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
    var count: Int { state.withLock { $0.bytes.count } }
    var writes: [Int] { state.withLock { $0.writes } }
}
