import Glibc
import Testing

@testable import CinemaClient

struct LineReaderTests {
    /// Every line as text, those beyond the limit as their length.
    static func lines(_ reader: LineReader) throws -> [String] {
        var lines: [String] = []
        while let line = try reader.next() {
            switch line.content {
            case .text(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .tooLong(let length): lines.append("<\(length)>")
            }
            #expect(line.number == lines.count)
        }
        return lines
    }

    private func lines(_ text: String, limit: Int = LineReader.defaultLimit) throws -> [String] {
        try Self.lines(LineReader(bytes: Array(text.utf8), name: "text", limit: limit))
    }

    @Test(
        arguments: [
            ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\n", ["", ""]),
            ("a\r\nb\r\n", ["a", "b"]), ("a\r", ["a"]), ("a\rb\n", ["a\rb"]), ("\r\n", [""]),
            ("\u{FEFF}a\n\u{FEFF}b", ["a", "\u{FEFF}b"]), ("\u{FEFF}", [""]),
        ] as [(String, [String])])
    func linesEndWithNewlines(text: String, expected: [String]) throws {
        #expect(try lines(text) == expected)
    }

    @Test func longLineIsPassedOver() throws {
        #expect(try lines("abc\nabcd\nab\n", limit: 3) == ["abc", "<4>", "ab"])
        #expect(try lines("abcd", limit: 3) == ["<4>"])
        #expect(try lines("abc\r\nab", limit: 3) == ["abc", "ab"])
    }

    @Test func hugeLineIsNotHeld() throws {
        let huge = String(repeating: "x", count: 1_000_000)
        #expect(
            try lines("a\n\(huge)\nb\n\(huge)", limit: 100) == ["a", "<1000000>", "b", "<1000000>"])
    }

    @Test func lineMayBeLongerThanTheBuffer() throws {
        let long = String(repeating: "long ", count: 50_000)
        #expect(try lines("a\n\(long)\n\(long)b") == ["a", long, long + "b"])
    }

    @Test func manyLinesCrossTheBuffer() throws {
        let expected = (0..<50_000).map { "line \($0)" }
        #expect(try lines(expected.joined(separator: "\n")) == expected)
    }

    @Test func fileIsReadWithProgress() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write(Array("a\nb\n".utf8), to: "films.ndjson")
        let reader = try LineReader(path: path)
        #expect(reader.totalBytes == 4)
        #expect(reader.bytesRead == 0)
        #expect(try Self.lines(reader) == ["a", "b"])
        #expect(reader.bytesRead == 4)
        #expect(try reader.next() == nil)
    }

    @Test func missingFileSaysWhat() {
        let error = #expect(throws: LineReaderError.self) {
            _ = try LineReader(path: "/nowhere/films.ndjson")
        }
        #expect(error?.description == "/nowhere/films.ndjson: No such file or directory")
    }

    @Test func directoryCannotBeRead() throws {
        let error = #expect(throws: LineReaderError.self) {
            try LineReader(path: "/tmp").next()
        }
        #expect(error?.description == "/tmp: Is a directory at byte 0")
    }

    @Test func memoryIsRead() throws {
        let bytes: [UInt8] = Array("a\nb".utf8)
        let lines = try bytes.withUnsafeBytes { memory in
            try Self.lines(LineReader(memory: memory, name: "memory"))
        }
        #expect(lines == ["a", "b"])
    }

    @Test("a silent pipe is waited for only while somebody wants it")
    func silentPipe() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let stop = InterruptHandle()
        let reader = try LineReader(path: "/dev/fd/\(ends[0])", stop: stop)
        try #require(write(ends[1], "one\n", 4) == 4)
        #expect(try reader.next()?.number == 1)
        stop.interrupt()
        #expect {
            try reader.next()
        } throws: { error in
            (error as? LineReaderError)?.kind == .stopped
        }
    }
}
