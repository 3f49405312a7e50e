import CinemaCore
import CinemaTestSupport
import Foundation
import Testing

@testable import CinemaClient

@Suite("Loading films into a catalogue")
struct CatalogLoaderTests {
    let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private func load(
        _ films: [FilmRecord], to name: String = "films.sqlite", scale: Double = 1
    ) throws -> CatalogLoader.Counts {
        var space = SortSpace.beside(directory.file(name))
        space.scale = scale
        let loader = CatalogLoader(space)
        for film in films { try loader.add(film) }
        let connection = try Connection(path: directory.file(name), access: .readWrite)
        return try loader.load(into: connection, provenance: "test")
    }

    private func rows(_ sql: String, of name: String = "films.sqlite") throws -> [String] {
        try Connection(path: directory.file(name), access: .immutable).rows(sql) { $0.string(0) }
    }

    private func ids(_ name: String = "films.sqlite") async throws -> [String: [String]] {
        let catalog = try LocalCatalog.open(path: directory.file(name))
        var ids: [String: [String]] = [:]
        for film in try await catalog.films(FilmQuery(), page: PageRequest(count: 100)).items {
            ids[film.title, default: []].append(film.id.text)
        }
        return ids
    }

    private func film(
        _ title: String, id: String? = nil, imdb: String? = nil, year: Int? = nil,
        directors: [FilmRecord.Name] = []
    ) -> FilmRecord {
        var film = FilmRecord(title: title)
        film.id = id
        film.imdb = imdb
        film.year = year
        film.credits = directors.map { FilmRecord.Credit(person: $0, role: .director) }
        return film
    }

    private func person(_ name: String, id: String? = nil) -> FilmRecord.Name {
        FilmRecord.Name(id: id, name: name)
    }

    @Test("with buffers of next to nothing it is the same file", arguments: [0.000_1, 0.000_01])
    func tinyBuffers(scale: Double) throws {
        let films = try records(GeneratedFilms.films(count: 700, seed: 11))
        let counts = try load(films, to: "memory.sqlite")
        _ = try load(films, to: "spilled.sqlite", scale: scale)
        #expect(counts.films == films.count)
        let memory = try Data(contentsOf: URL(fileURLWithPath: directory.file("memory.sqlite")))
        let spilled = try Data(contentsOf: URL(fileURLWithPath: directory.file("spilled.sqlite")))
        #expect(memory == spilled)
        #expect(directory.names == ["memory.sqlite", "spilled.sqlite"])
    }

    /// The films as an import reads them.
    private func records(_ films: [ReferenceFilm]) throws -> [FilmRecord] {
        let document = JSONDocument()
        var reader = FilmRecordReader()
        return try films.map { film in
            let bytes = Array(film.line.utf8)
            return try bytes.withUnsafeBytes { bytes in
                try #require(reader.film(try document.parse(bytes)))
            }
        }
    }

    @Test("a film without an id is named by its IMDb id, where no other film has that")
    func imdb() async throws {
        _ = try load([
            film("One", imdb: "tt0068646"), film("Two", imdb: "tt2", year: 1_999),
            film("Three", id: "own", imdb: "tt2"),
        ])
        let ids = try await ids()
        #expect(ids["One"] == ["a3a3f279-1f6b-5036-93c9-9300175eab4c"])
        #expect(
            ids["Two"] == [
                CatalogIdentity.film(imdb: "tt2", title: "Two", year: 1_999, director: nil)
            ])
        #expect(ids["Three"] == ["own"])
    }

    @Test("films that nothing tells apart are told apart by their order")
    func twins() async throws {
        let ann = [person("Ann")]
        _ = try load(
            [film("Twin", directors: ann), film("Twin", directors: [person("Bob")])]
                + Array(repeating: film("Twin", directors: ann), count: 3)
                + [film("Twin", directors: [person("#3")])])
        func id(_ director: String) -> String {
            CatalogIdentity.film(imdb: nil, title: "Twin", year: nil, director: director)
        }
        // Who is called "#3" came later than the third.
        let expected = ["Ann", "Bob", "#2", "#3", "#4", "#5"].map(id)
        #expect(try await Set(ids()["Twin"] ?? []) == Set(expected))
    }

    @Test("the first name that any film gives a person counts, even a replaced one")
    func firstName() async throws {
        let counts = try load([
            film("Old", id: "x", directors: [person("Ann", id: "p")]),
            film("New", id: "x"),
            film("Other", directors: [person("Anna", id: "p")]),
        ])
        #expect(counts.films == 2 && counts.people == 1 && counts.replaced == 1)
        #expect(try rows("SELECT name FROM person") == ["Ann"])
        #expect(
            try await ids()["Other"]
                == [CatalogIdentity.film(imdb: nil, title: "Other", year: nil, director: "Ann")])
    }

    @Test("a person is one however the accents of the name are written")
    func accents() throws {
        let counts = try load([
            film("One", directors: [person("Jose\u{301}")]),
            film("Two", directors: [person("Jos\u{e9}")]),
        ])
        #expect(counts.people == 1)
        #expect(try rows("SELECT films FROM person") == ["2"])
    }

    @Test("an id and a name of the same letters are two people")
    func idAndName() throws {
        let counts = try load([
            film("One", directors: [person("Ann"), person("Bob", id: "Ann"), person("Ann")])
        ])
        #expect(counts.people == 2)
    }

    @Test("a cast of thousands is told once each, directors first")
    func largeCast() async throws {
        var epic = film("Epic", id: "e")
        epic.credits = (0..<3_000).map { number in
            FilmRecord.Credit(person: person("P \(number % 1_500)"), role: .actor)
        }
        epic.credits.append(FilmRecord.Credit(person: person("P 700"), role: .director))
        let counts = try load([epic])
        #expect(counts.people == 1_500)
        let catalog = try LocalCatalog.open(path: directory.file("films.sqlite"))
        let credits = try await catalog.film(Identifier("e")).credits
        #expect(credits.count == 1_500)
        #expect(credits.prefix(3).map(\.person.name) == ["P 700", "P 0", "P 1"])
        #expect(credits.first?.roles == [.director, .actor])
    }

    @Test("no films make an empty catalogue")
    func nothing() throws {
        #expect(try load([]).films == 0)
        #expect(try rows("SELECT count(*) FROM word") == ["0"])
    }

    @Test("how far it is only grows, and ends with all")
    func progress() throws {
        let loader = CatalogLoader(.memory)
        for film in try records(GeneratedFilms.films(count: 300, seed: 2)) { try loader.add(film) }
        var shares: [Double] = []
        try loader.load(into: try Connection.inMemory(), provenance: "test") { shares.append($0) }
        #expect(shares == shares.sorted())
        #expect(shares.first == 0 && shares.last == 1)
        #expect(shares.count > 8)
    }
}
