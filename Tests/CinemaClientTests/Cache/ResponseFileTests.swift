import CinemaTestSupport
import CurlHTTP
import Foundation
import Testing

@testable import CinemaClient

enum TestFile {
    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    static func write(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

@Suite("The file of kept answers")
struct ResponseFileTests {
    private let server = StubHTTP()
    private let time = ManualTime()
    private let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private func cache(bytes: Int = 1 << 20) -> ResponseCache {
        ResponseCache(directory: directory.path, bytes: bytes, now: time.now)
    }

    private func get(_ cache: ResponseCache, _ name: String) async throws -> HTTPResponse {
        try await cache.client(over: server.client).send(
            HTTPRequest(.get, "http://films.example/\(name)"))
    }

    private func fill(_ count: Int, _ length: Int, _ cache: ResponseCache) async throws {
        for number in 0..<count {
            server.answer(
                "http://films.example/\(number)", String(repeating: "x", count: length))
            _ = try await get(cache, "\(number)")
            time.advance(1)
        }
    }

    @Test("it stays within its bound, and what was not used for longest goes first")
    func bound() async throws {
        let policy = CachePolicy(fresh: 100_000, stale: 100_000, missing: 0)
        let cache = ResponseCache(
            directory: directory.path, bytes: 100_000, policy: policy, now: time.now)
        try await fill(6, 10_000, cache)
        // The first is used again, so the second is the one to go.
        #expect(try await get(cache, "0").origin != .server)
        for number in 6..<12 {
            server.answer(
                "http://films.example/\(number)", String(repeating: "x", count: 10_000))
            _ = try await get(cache, "\(number)")
            time.advance(1)
        }
        let before = server.count
        #expect(try await get(cache, "0").origin != .server)
        #expect(server.count == before)
        #expect(try await get(cache, "1").origin == .server)
        let file = try Connection(
            path: directory.file(ResponseDatabase.fileName), access: .readOnly)
        let entries = try file.firstRow("SELECT count(*) FROM response") { $0.integer(0) }
        #expect((4...9).contains(entries ?? 0))
    }

    @Test("an answer that would push everything else out is not kept")
    func large() async throws {
        let cache = cache(bytes: 100_000)
        try await fill(1, 60_000, cache)
        #expect(try await get(cache, "0").origin == .server)
    }

    @Test("two programs share it")
    func shared() async throws {
        let one = cache()
        let other = cache()
        try await fill(3, 100, one)
        for number in 0..<3 { #expect(try await get(other, "\(number)").origin != .server) }
        server.answer("http://films.example/9", "nine")
        _ = try await get(other, "9")
        #expect(try await get(one, "9").origin != .server)
    }

    @Test("a program that writes for long keeps nobody from an answer")
    func busy() async throws {
        let cache = cache()
        try await fill(1, 100, cache)
        let other = try Connection(
            path: directory.file(ResponseDatabase.fileName), access: .readWrite)
        try other.begin(.immediate)
        #expect(try await get(cache, "0").origin != .server)
        server.answer("http://films.example/1", "one")
        #expect(try await get(cache, "1").origin == .server)
        try other.commit()
        _ = try await get(cache, "1")
        #expect(try await get(cache, "1").origin != .server)
    }

    @Test("a file that is no database is made anew")
    func garbage() async throws {
        try TestFile.write(
            [UInt8](repeating: 0x41, count: 5_000), directory.file(ResponseDatabase.fileName))
        let cache = cache()
        try await fill(1, 100, cache)
        #expect(try await get(cache, "0").origin != .server)
    }

    @Test("a file that is damaged within costs its answers, nothing else")
    func damaged() async throws {
        try await fill(40, 2_000, cache())
        let path = directory.file(ResponseDatabase.fileName)
        var bytes = try TestFile.bytes(path)
        for place in stride(from: 4_096, to: bytes.count, by: 97) { bytes[place] ^= 0x5a }
        try TestFile.write(bytes, path)
        let cache = cache()
        for number in 0..<40 {
            let response = try await get(cache, "\(number)")
            #expect(response.body == [UInt8](repeating: UInt8(ascii: "x"), count: 2_000))
        }
        #expect(try await get(cache, "39").origin != .server)
    }

    @Test("where nothing can be written, answers are kept in memory")
    func unwritable() async throws {
        let path = try directory.write("", to: "file")
        let cache = ResponseCache(directory: path + "/sub", bytes: 1 << 20, now: time.now)
        try await fill(1, 100, cache)
        #expect(try await get(cache, "0").origin != .server)
    }
}
