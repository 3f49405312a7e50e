import CinemaCommandLine
import Glibc
import Testing

@Suite("Output to a file descriptor")
struct FileDescriptorSinkTests {
    @Test("arrives whole and in order, also where the pipe does not block")
    func whole() async throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let (reading, writing) = (ends[0], ends[1])
        #expect(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
        let sent = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        async let received = onThread { () -> [UInt8] in
            var bytes: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 5_000)
            while true {
                let count = read(reading, &piece, piece.count)
                guard count > 0 else { return bytes }
                bytes += piece.prefix(count)
            }
        }
        let outcome = await onThread {
            defer { close(writing) }
            return Result { try FileDescriptorSink(descriptor: writing).write(sent) }
        }
        try outcome.get()
        #expect(await received == sent)
        close(reading)
    }

    @Test("notices that nobody reads any more")
    func closed() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        #expect(throws: OutputFailure.closed) {
            try FileDescriptorSink(descriptor: ends[1]).write([1])
        }
        close(ends[1])
    }

    @Test("says what the system says")
    func failed() {
        #expect(throws: OutputFailure.failed("Bad file descriptor")) {
            try FileDescriptorSink(descriptor: -1).write([1])
        }
        #expect(throws: Never.self) { try FileDescriptorSink(descriptor: -1).write([]) }
    }
}
