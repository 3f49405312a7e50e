import CurlHTTP
import Glibc
import Synchronization

/// Accepts the connections of a scripted server.
final class Listener: Sendable {
    struct Log {
        var requests: [ReceivedRequest] = []
        var connections = 0
        /// Connections that wait for a request, by number.
        var idle: [Int: Int32] = [:]
    }

    let port: Int
    let log = Mutex(Log())
    let stopped = ServerGate()
    private let script: ScriptedServer.Script
    private let descriptor: Int32

    init(_ script: @escaping ScriptedServer.Script) throws {
        self.script = script
        let socket = try TCPSocket(blocking: true)
        port = try socket.listen(backlog: 128)
        descriptor = socket.descriptor
    }

    deinit { close(descriptor) }

    func start() {
        ServerThread.start { self.acceptAll() }
    }

    func stop() { stopped.open() }

    func closeIdleConnections() {
        log.withLock { log in
            for descriptor in log.idle.values { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    private func acceptAll() {
        while wait(for: descriptor) {
            let accepted = accept(descriptor, nil, nil)
            guard accepted >= 0 else { continue }
            let number = log.withLock { log in
                log.connections += 1
                return log.connections
            }
            ServerThread.start {
                ScriptedConnection(self, accepted, number, self.script).serve()
            }
        }
        // Refuses whoever comes now.
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Until the descriptor is ready; false where the server was stopped.
    func wait(for descriptor: Int32, events: Int32 = POLLIN, milliseconds: Int32 = -1) -> Bool {
        var entries = [
            pollfd(fd: descriptor, events: Int16(events), revents: 0),
            pollfd(fd: stopped.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        poll(&entries, 2, milliseconds)
        return entries[1].revents == 0
    }
}
