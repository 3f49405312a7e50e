import CinemaCore
import CinemaTestSupport
import Foundation
import Synchronization
import Testing

@testable import CinemaClient

@Suite("Imports")
struct CatalogImportTests {
    let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private var target: String { directory.file("target.sqlite") }

    private func importing(
        _ text: String, replacing: Bool = false
    ) async throws -> CatalogImport.Report {
        let source = try directory.write(text, to: "films.ndjson")
        return try await CatalogImport.run(
            sources: [source], into: target, replacing: replacing)
    }

    @Test("what can be read is kept, what cannot is told by line and path")
    func lenient() async throws {
        let report = try await importing(
            """
            {"title":"One","year":"1994","rating":"8.5","reviews":"12","id":7}
            not json at all
            {"year":1990}
            {"title":"Two","year":"soon","runtime_minutes":-4,"genres":["Drama",3,null],"cast":null}

            {"title":"Three","rating":11,"directors":[{"id":"p1","name":"Ann"}],"type":"movie"}
            """)
        #expect(report.films == 3)
        #expect(report.skippedLines == 2)
        #expect(report.problems.map(\.line) == [2, 3, 4, 4, 4, 6])
        #expect(report.problems[2].cause.hasPrefix("year"))
        let catalog = try LocalCatalog.open(path: target)
        let one = try await catalog.film(Identifier("7"))
        #expect(one.summary.year == 1_994)
        #expect(one.summary.rating?.tenths == 85)
        #expect(one.summary.reviews == 12)
        let three = try await catalog.search(FilmQuery("three"), count: 1).films.items.first
        #expect(three?.rating == nil)
        #expect(three?.directors == [PersonReference(id: Identifier("p1"), name: "Ann")])
        #expect(three?.type == "movie")
    }

    @Test("of films with one id the last counts")
    func duplicates() async throws {
        let report = try await importing(
            """
            {"id":"a","title":"Old","cast":["Gone"]}
            {"id":"b","title":"Other"}
            {"id":"a","title":"New"}
            """)
        #expect(report.films == 2)
        #expect(report.replacedFilms == 1)
        #expect(report.people == 0)
        let catalog = try LocalCatalog.open(path: target)
        #expect(try await catalog.film(Identifier("a")).title == "New")
    }

    @Test("hostile titles come back as they went in")
    func hostile() async throws {
        let titles = [
            "\u{1b}[31mred", "\u{9b}31m", "nul\u{0}inside", "\u{202e}gnp.exe", "a\nb\tc",
            "e" + String(repeating: "\u{301}", count: 5_000), "\"quoted\\\"", "👩‍👩‍👧‍👦", "ﷺ",
            String(repeating: "long ", count: 400),
        ]
        let films = titles.enumerated().map { ReferenceFilm(id: "\($0.offset)", title: $0.element) }
        let catalog = try await CatalogFixture.imported("hostile", films).catalog()
        for film in films {
            #expect(try await catalog.film(Identifier(film.id)).title == film.title)
        }
        let marked = try await catalog.search(FilmQuery("é"), count: 5).films.items
        #expect(marked.map(\.id.text).contains("5"))
    }

    @Test("an existing file is replaced only if asked, and only if it is a catalogue")
    func replacing() async throws {
        _ = try await importing(#"{"title":"First"}"#)
        await #expect(throws: CatalogImportError.self) {
            try await importing(#"{"title":"Second"}"#)
        }
        _ = try await importing(#"{"title":"Second"}"#, replacing: true)
        let catalog = try LocalCatalog.open(path: target)
        #expect(
            try await catalog.films(FilmQuery(), page: PageRequest(count: 9)).items.map(\.title)
                == ["Second"])
        _ = try directory.write("precious", to: "target.sqlite")
        await #expect(throws: CatalogImportError.self) {
            try await importing(#"{"title":"Third"}"#, replacing: true)
        }
    }

    @Test("nothing readable is an error of its own and leaves no file")
    func nothing() async throws {
        for text in ["", "rubbish\nmore\n", "{}"] {
            let error = await #expect(throws: CatalogImportError.self) {
                try await importing(text)
            }
            #expect(error?.kind == .nothingReadable)
        }
        #expect(directory.names == ["films.ndjson"])
    }

    @Test("a missing source and an unwritable target are told in a sentence")
    func failures() async throws {
        let missing = await #expect(throws: CatalogImportError.self) {
            try await CatalogImport.run(sources: [directory.file("none")], into: target)
        }
        #expect(missing?.kind == .cannotRead)
        #expect(missing?.sentence.contains("none") == true)
        let source = try directory.write(#"{"title":"A"}"#, to: "films.ndjson")
        let unwritable = await #expect(throws: CatalogImportError.self) {
            try await CatalogImport.run(sources: [source], into: directory.file("no/x.sqlite"))
        }
        #expect(unwritable?.kind == .cannotWrite)
    }

    @Test("an import tells the films that it has read until it ends")
    func films() async throws {
        let source = try directory.write(
            """
            {"title":"A"}
            {"title":"B"}
            """, to: "films.ndjson")
        let told = Mutex<[CatalogImport.Progress]>([])
        _ = try await CatalogImport.run(sources: [source], into: target) { step in
            told.withLock { $0.append(step) }
            return true
        }
        let writing = told.withLock { $0 }.filter { $0.stage == .writing }
        #expect(!writing.isEmpty)
        #expect(writing.allSatisfy { $0.films == 2 })
    }

    @Test("an import that is stopped, at whatever step, changes nothing")
    func stopped() async throws {
        let source = try directory.write(#"{"title":"A"}"#, to: "films.ndjson")
        let steps = Counter()
        _ = try await CatalogImport.run(sources: [source], into: target) { _ in
            steps.next() > 0
        }
        let before = directory.names
        #expect(steps.total > 4)
        for last in 1..<steps.total {
            let left = Counter()
            let error = await #expect(throws: CatalogImportError.self) {
                try await CatalogImport.run(sources: [source], into: target, replacing: true) { _ in
                    left.next() < last
                }
            }
            #expect(error?.kind == .stopped)
        }
        #expect(directory.names == before)
    }

    @Test("left-overs of a killed import go with the next one")
    func leftOvers() async throws {
        _ = try directory.write("half", to: "target.sqlite.99-1.partial")
        _ = try await importing(#"{"title":"A"}"#)
        #expect(directory.names == ["films.ndjson", "target.sqlite"])
    }

    @Test("bulk lines give the id of the film behind them; a directory stands for its files")
    func forms() async throws {
        _ = try directory.write("{\"index\":{\"_id\":\"x1\"}}\n{\"title\":\"A\"}\n", to: "1.ndjson")
        _ = try directory.write(#"{"title":"B","id":"x2"}"#, to: "2.json")
        let report = try await CatalogImport.run(sources: [directory.path], into: target)
        #expect(report.films == 2)
        let catalog = try LocalCatalog.open(path: target)
        #expect(try await catalog.film(Identifier("x1")).title == "A")
    }

    @Test("a file tells what it is; what is no catalogue says so")
    func info() async throws {
        _ = try await importing(#"{"title":"A","genres":["Drama"],"cast":["B C"]}"#)
        let info = try LocalCatalog.info(path: target)
        #expect(info.films == 1 && info.people == 1 && info.genres == 1)
        #expect(info.bytes > 0 && info.modified > 0 && info.provenance.contains("films.ndjson"))
        for path in [directory.file("films.ndjson"), directory.file("none"), directory.path] {
            #expect(throws: CatalogError.self) { _ = try LocalCatalog.open(path: path) }
        }
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)

    var total: Int { count.withLock { $0 } }

    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}
