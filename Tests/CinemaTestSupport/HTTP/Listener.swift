import CurlHTTP
import Glibc
import Synchronization

struct ServerProblem: Error {
    var call: String
    var code = errno
}

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
        let descriptor = socket(
            AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw ServerProblem(call: "socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 128) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else {
            close(descriptor)
            throw ServerProblem(call: "bind")
        }
        self.descriptor = descriptor
        port = Int(UInt16(bigEndian: address.sin_port))
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

/// Threads that end by themselves when their server is stopped.
enum ServerThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    static func start(_ run: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let body = Unmanaged.passRetained(Body(run)).toOpaque()
        let code = pthread_create(
            &thread, nil,
            { context in
                context.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue() }?.run()
                return nil
            }, body)
        if code == 0 { pthread_detach(thread) }
    }
}
