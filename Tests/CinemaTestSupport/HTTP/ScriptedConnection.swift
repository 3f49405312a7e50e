import CurlHTTP
import Glibc
import Synchronization

/// One connection of a scripted server: reads a request, does what the script
/// says, and so on.
struct ScriptedConnection {
    private let listener: Listener
    private let descriptor: Int32
    private let number: Int
    private let script: ScriptedServer.Script
    private var input: [UInt8] = []

    init(
        _ listener: Listener, _ descriptor: Int32, _ number: Int,
        _ script: @escaping ScriptedServer.Script
    ) {
        self.listener = listener
        self.descriptor = descriptor
        self.number = number
        self.script = script
        var yes: Int32 = 1
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    func serve() {
        var connection = self
        while let request = connection.nextRequest(), connection.perform(script(request)) {}
        listener.log.withLock { log in
            log.idle[number] = nil
            close(descriptor)
        }
    }

    // MARK: Reading

    private mutating func nextRequest() -> ReceivedRequest? {
        let (number, descriptor) = (number, descriptor)
        listener.log.withLock { $0.idle[number] = descriptor }
        defer { listener.log.withLock { $0.idle[number] = nil } }
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let start = input.indices.first(where: { input[$0...].starts(with: end) }) {
                let head = String(decoding: input[..<start], as: UTF8.self)
                input.removeFirst(start + end.count)
                return request(head)
            }
            guard receive() else { return nil }
        }
    }

    private mutating func request(_ head: String) -> ReceivedRequest? {
        let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        var fields = HTTPFields()
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            fields.append(String(line[..<colon]), String(value))
        }
        let length = fields["Content-Length"].flatMap { Int($0) } ?? 0
        while input.count < length { guard receive() else { return nil } }
        var request = ReceivedRequest(
            method: String(words[0]), target: String(words[1]), fields: fields,
            body: Array(input.prefix(length)), number: 0, connection: number)
        input.removeFirst(length)
        listener.log.withLock { log in
            request.number = log.requests.count + 1
            log.requests.append(request)
        }
        return request
    }

    /// False where the client has gone or the server was stopped.
    private mutating func receive() -> Bool {
        guard listener.wait(for: descriptor) else { return false }
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        input += buffer[..<count]
        return true
    }

    // MARK: Doing

    /// False where the connection is over.
    private mutating func perform(_ behaviour: Behaviour) -> Bool {
        for step in behaviour.steps { guard perform(step) else { return false } }
        return true
    }

    private mutating func perform(_ step: Behaviour.Step) -> Bool {
        switch step {
        case .send(let bytes): return send(bytes)
        case .pause(let duration):
            let (seconds, attoseconds) = duration.components
            let milliseconds = Int32(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
            return listener.wait(for: -1, milliseconds: max(1, milliseconds))
        case .wait(let gate): return listener.wait(for: gate.descriptor)
        case .hang:
            while receive() {}
            return false
        case .close: return false
        case .reset:
            var now = linger(l_onoff: 1, l_linger: 0)
            setsockopt(
                descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
            return false
        }
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress, $0.count,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 {
                sent += count
            } else {
                guard errno == EAGAIN, listener.wait(for: descriptor, events: POLLOUT) else {
                    return false
                }
            }
        }
        return true
    }
}
