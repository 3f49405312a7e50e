internal import CSpawn
internal import Glibc

/// A program that prints a secret, run without a shell.
///
/// It has no terminal, no input and no descriptors of ours, takes all signals
/// as if started by hand, and is ended with all that it started when its time
/// is over.
struct SecretCommand {
    private let words: [String]

    init(_ words: [String]) { self.words = words }

    /// What it prints, at most a little more than a secret may have.
    func output(within time: Duration) throws(SecretProblem) -> [UInt8] {
        guard let program = words.first, !program.isEmpty else {
            throw SecretProblem(cause: "the program for the secret has no name")
        }
        let (descriptor, process) = try start(program)
        defer { close(descriptor) }
        let end = ContinuousClock.now + time
        let bytes = read(descriptor, until: end)
        guard let bytes, let status = wait(for: process, until: end) else {
            kill(-process, SIGKILL)
            kill(process, SIGKILL)
            _ = SystemCall.repeated { Int(waitpid(process, nil, 0)) }
            throw SecretProblem(
                cause: "\(program) gave no answer within \(time.components.seconds) s;"
                    + " it has to print the secret without asking anything")
        }
        guard status == 0 else {
            let code =
                status & 0x7f == 0 ? "status \(status >> 8 & 0xff)" : "signal \(status & 0x7f)"
            throw SecretProblem(cause: "\(program) ended with \(code); run it by hand to see why")
        }
        return bytes
    }

    private func start(
        _ program: String
    ) throws(SecretProblem) -> (descriptor: Int32, process: pid_t) {
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var descriptor: Int32 = -1
        var process = pid_t()
        let failure = cspawn_start(&arguments, &descriptor, &process)
        guard failure == 0 else {
            throw SecretProblem(cause: "\(program) cannot be run (\(SystemCall.message(failure)))")
        }
        return (descriptor, process)
    }

    /// All that comes, as far as it can be a secret; nil when the time is over.
    private func read(_ descriptor: Int32, until end: ContinuousClock.Instant) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while bytes.count <= SecretReader.mostBytes {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard let left = milliseconds(until: end) else { return nil }
            let ready = poll(&request, 1, left)
            if ready == 0 || ready < 0 && errno != EINTR { return nil }
            guard ready > 0 else { continue }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 { bytes += buffer.prefix(count) } else if errno != EINTR { return nil }
        }
        return bytes
    }

    /// The status with which the process ended; nil when the time is over.
    private func wait(for process: pid_t, until end: ContinuousClock.Instant) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = waitpid(process, &status, WNOHANG)
            if found == process { return status }
            if found < 0 && errno != EINTR { return nil }
            guard let left = milliseconds(until: end) else { return nil }
            poll(nil, 0, min(left, 5))
        }
    }

    private func milliseconds(until end: ContinuousClock.Instant) -> Int32? {
        let left = end - .now
        guard left > .zero else { return nil }
        return Int32(clamping: Int((left / .milliseconds(1)).rounded(.up)))
    }
}
