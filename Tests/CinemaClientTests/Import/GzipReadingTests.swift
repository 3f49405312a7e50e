import CFilms
import Testing

@testable import CinemaClient

struct GzipReadingTests {
    private func lines(_ bytes: [UInt8]) throws -> [String] {
        try LineReaderTests.lines(LineReader(bytes: bytes, name: "films.gz"))
    }

    private func kind(_ bytes: [UInt8]) -> LineReaderError.Kind? {
        #expect(throws: LineReaderError.self) { _ = try lines(bytes) }?.kind
    }

    @Test func compressedTextIsRead() throws {
        #expect(try lines(GzipFixtures.compressed("a\nb\n")) == ["a", "b"])
        #expect(try lines(GzipFixtures.compressed("")) == [])
    }

    @Test func membersFollowOneAnother() throws {
        let bytes = try GzipFixtures.compressed("a\nb") + GzipFixtures.compressed("c\n")
        #expect(try lines(bytes + GzipFixtures.compressed("") + bytes) == ["a", "bc", "a", "bc"])
    }

    @Test func largeTextIsRead() throws {
        let expected = (0..<100_000).map { "line \($0)" }
        #expect(try lines(GzipFixtures.compressed(expected.joined(separator: "\n"))) == expected)
    }

    @Test func everyCutIsNoticed() throws {
        let bytes = try GzipFixtures.compressed("a\nb\n")
        for count in 2..<bytes.count {
            #expect(kind(Array(bytes[..<count])) == .truncated)
        }
    }

    @Test func cutInTheSecondMemberIsNoticed() throws {
        let bytes = try GzipFixtures.compressed("a\n")
        #expect(kind(bytes + bytes.dropLast()) == .truncated)
        #expect(kind(bytes + [0x1F]) == .truncated)
    }

    @Test func changedContentIsNoticed() throws {
        var bytes = try GzipFixtures.compressed("a\nb\n")
        bytes[bytes.count - 8] ^= 1
        #expect(kind(bytes) == .damaged("incorrect data check"))
    }

    @Test func zerosAfterTheEndAreIgnored() throws {
        let bytes = try GzipFixtures.compressed("a\n")
        #expect(try lines(bytes + [UInt8](repeating: 0, count: 100_000)) == ["a"])
        #expect(kind(bytes + [0, 1]) == .damaged("something else follows the compressed data"))
    }

    @Test func textAfterTheEndIsNoticed() throws {
        let bytes = try GzipFixtures.compressed("a\n")
        #expect(kind(bytes + Array("text".utf8)) == .damaged("incorrect header check"))
    }

    @Test func nameDoesNotDecide() throws {
        let directory = try TemporaryDirectory()
        let plain = try directory.write(Array("a\n".utf8), to: "plain.gz")
        let compressed = try directory.write(GzipFixtures.compressed("b\n"), to: "films.ndjson")
        #expect(try LineReaderTests.lines(LineReader(path: plain)) == ["a"])
        #expect(try LineReaderTests.lines(LineReader(path: compressed)) == ["b"])
    }

    @Test func filmsInTheProgramAreRead() throws {
        let memory = UnsafeRawBufferPointer(start: cfilms_bytes(), count: cfilms_length())
        let reader = LineReader(memory: memory, name: "the films in the program")
        let document = JSONDocument()
        var count = 0
        while let line = try reader.next() {
            guard case .text(let bytes) = line.content else { continue }
            let film = try document.parse(bytes)
            #expect(film["title"]?.string != nil && film["imdb_id"]?.string != nil)
            count += 1
        }
        #expect(count == 17_472)
        #expect(reader.bytesRead == Int64(memory.count))
    }
}
