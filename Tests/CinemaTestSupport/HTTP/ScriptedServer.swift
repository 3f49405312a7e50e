import CurlHTTP
import Glibc
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1 that does what a script says, also what a
/// server must never do; it counts and keeps what it was asked.
///
///     let server = try ScriptedServer { request in
///         request.path == "/films" ? .json("[]") : .status(404)
///     }
///
/// Raw sockets, a thread for each connection; every wait ends when the server
/// is stopped, which the end of the last reference to it does.
public final class ScriptedServer: Sendable {
    public typealias Script = @Sendable (ReceivedRequest) -> Behaviour

    public let port: Int
    private let listener: Listener

    public init(_ script: @escaping Script) throws {
        listener = try Listener(script)
        port = listener.port
        listener.start()
    }

    deinit { listener.stop() }

    /// Without a slash at the end.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// All requests so far, in the order in which they came.
    public var requests: [ReceivedRequest] { listener.log.withLock { $0.requests } }

    /// Connections that were ever accepted.
    public var connectionCount: Int { listener.log.withLock { $0.connections } }

    public func stop() { listener.stop() }

    /// Closes the connections on which nothing is going on, as servers do
    /// that are tired of them.
    public func closeIdleConnections() { listener.closeIdleConnections() }

    /// A port on which nobody listens.
    public static func closedPort() throws -> Int {
        let listener = try Listener { _ in .close }
        defer { listener.stop() }
        return listener.port
    }
}
