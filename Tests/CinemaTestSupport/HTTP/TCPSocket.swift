import Glibc

struct ServerProblem: Error {
    var call: String
    var code = errno
}

/// A TCP socket on 127.0.0.1; closing it is its user's.
struct TCPSocket {
    let descriptor: Int32

    init(blocking: Bool) throws {
        let mode = blocking ? 0 : SOCK_NONBLOCK.rawValue
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | mode)
        descriptor = socket(AF_INET, type, 0)
        guard descriptor >= 0 else { throw ServerProblem(call: "socket") }
    }

    /// Listens at a port that is free, and gives it.
    func listen(backlog: Int32) throws -> Int {
        var address = Self.address(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && Glibc.listen(descriptor, backlog) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            throw ServerProblem(call: "bind")
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    func connect(to port: Int) {
        var address = Self.address(port: port)
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, length)
            }
        }
    }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return address
    }
}
