import Glibc

/// A port at which connections hang before they stand: its queue is full, and
/// nobody takes from it.
public final class FullPort: Sendable {
    public let port: Int
    private let descriptors: [Int32]

    public init() throws {
        let listener = try TCPSocket(blocking: true)
        port = try listener.listen(backlog: 0)
        // Linux lets one more in than it was told.
        let fillers = try (0..<4).map { _ in try TCPSocket(blocking: false) }
        for filler in fillers { filler.connect(to: port) }
        descriptors = [listener.descriptor] + fillers.map(\.descriptor)
    }

    deinit { for descriptor in descriptors { close(descriptor) } }
}
