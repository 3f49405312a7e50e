import CinemaCore
import CinemaTestSupport
import Foundation
import Testing

@testable import CinemaClient

@Suite("The embedded catalogue's file")
struct EmbeddedCatalogTests {
    /// A few films in the place of the program's, which take seconds to index
    /// without optimisation.
    static let films: FilmData = {
        let lines = GeneratedFilms.films(count: 300, seed: 3).map(\.line).joined(separator: "\n")
        let bytes = Array(lines.utf8)
        return FilmData(size: bytes.count, checksum: 0xabc) {
            LineReader(bytes: bytes, name: "films")
        }
    }()

    static let fileName = EmbeddedCatalog.fileName(films)

    let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private func open(
        _ path: String? = nil, _ progress: @escaping EmbeddedCatalog.Progress = { _ in }
    ) async throws -> LocalCatalog {
        try await EmbeddedCatalog.open(
            directory: path ?? directory.path, data: Self.films, progress: progress)
    }

    @Test("is made once, and found the next time")
    func reuse() async throws {
        _ = try await open()
        let catalog = try await open(nil) { _ in Issue.record("the file was there") }
        let summary = try await catalog.summary()
        #expect(summary.films == 300)
        #expect(summary.notice == nil)
        #expect(directory.names == [Self.fileName])
        #expect(Self.fileName == "films-\(CatalogSchema.version)-00000abc.sqlite")
    }

    @Test("two programs start at once")
    func race() async throws {
        async let first = open()
        async let second = open()
        for catalog in [try await first, try await second] {
            #expect(try await catalog.summary().films == 300)
        }
        #expect(directory.names == [Self.fileName])
    }

    @Test("a file that is not a catalogue is made anew", arguments: ["", "no database at all"])
    func rubbish(content: String) async throws {
        _ = try directory.write(content, to: Self.fileName)
        #expect(try await open().summary().films == 300)
    }

    @Test("damage that shows only at a query is mended, and the query answered")
    func damage() async throws {
        _ = try await open()
        // Behind the pages that opening reads.
        try overwrite(directory.file(Self.fileName), fromPage: 40)
        let catalog = try await open()
        #expect(try await catalog.statistics(FilmQuery("star")).films.value > 0)
        #expect(try await catalog.summary().notice == nil)
        let end = try Data(contentsOf: URL(fileURLWithPath: directory.file(Self.fileName)))
        #expect(end.suffix(64) != Data(repeating: 0x5a, count: 64), "the file was made anew")
        for query in ["spider man", "person:pacino", "x"] {
            _ = try await open().films(FilmQuery(query), page: PageRequest(count: 300))
        }
    }

    @Test("a directory that cannot be written gets a temporary catalogue and a notice")
    func notWritable() async throws {
        _ = try directory.write("", to: "file")
        let catalog = try await open(directory.file("file/below"))
        let summary = try await catalog.summary()
        #expect(summary.films == 300)
        #expect(summary.notice?.contains("temporary") == true)
        let statistics = try await catalog.statistics(FilmQuery("star"))
        #expect(statistics.films.value > 0)
    }

    @Test("left-over files of dead makers go, those of living ones stay")
    func leftOvers() async throws {
        let dead = Self.fileName + ".1-1.partial"
        let alive = Self.fileName + ".1-2.partial"
        _ = try directory.write("", to: dead)
        let path = try directory.write("", to: alive)
        let descriptor = Foundation.open(path, O_RDWR)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        let others = CatalogFile.removeLeftOvers(
            of: Self.fileName, in: directory.path)
        #expect(others == 1)
        #expect(directory.names == [alive])
    }

    @Test("identifiers are the same everywhere and for ever")
    func identifiers() {
        #expect(
            CatalogIdentity.film(imdb: "tt0068646") == "a3a3f279-1f6b-5036-93c9-9300175eab4c")
        #expect(CatalogIdentity.genre("Drama") == "21e489b3-bb82-504d-8d3d-1b5623ac3292")
    }

    /// Writes rubbish over everything from a page on.
    private func overwrite(_ path: String, fromPage page: UInt64) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let size = try file.seekToEnd()
        let offset = page * 4_096
        #expect(size > offset)
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data(repeating: 0x5a, count: Int(size - offset)))
        try file.close()
    }
}
