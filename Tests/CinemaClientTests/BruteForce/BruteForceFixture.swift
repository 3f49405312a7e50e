import CFilms
import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// A catalogue, and the films that were written into it.
struct BruteForceFixture: Sendable, CustomTestStringConvertible {
    struct Opened: Sendable {
        var catalog: LocalCatalog
        var reference: BruteForceCatalog
        var words: QueryWords
    }

    let testDescription: String
    /// How many queries of each kind are compared.
    let queries: Int
    private let opened: Task<Opened, any Error>

    init(_ name: String, queries: Int, _ films: @escaping @Sendable () throws -> [FilmRecord]) {
        testDescription = name
        self.queries = queries
        opened = Task {
            let films = try films().enumerated().map { Self.identified($0.element, $0.offset) }
            let directory = try TestDirectory()
            let path = directory.file("films.sqlite")
            try CatalogFile.make(at: path) { (connection) throws(SQLiteError) in
                let loader = CatalogLoader(.beside(path))
                for film in films { try loader.add(film) }
                try loader.load(into: connection, provenance: name)
            }
            // The open file outlives its directory.
            return Opened(
                catalog: try LocalCatalog.open(path: path), reference: BruteForceCatalog(films),
                words: QueryWords(films))
        }
    }

    /// Made once a process.
    func open() async throws -> Opened { try await opened.value }

    static let synthetic = BruteForceFixture("20,000 synthetic films", queries: 34) {
        Array(SyntheticFilms(count: 20_000, seed: 6))
    }

    /// Few words, so that everything collides with everything.
    static let colliding = BruteForceFixture("600 films of few words", queries: 10) {
        GeneratedFilms.films(count: 600, seed: 11).enumerated().map { number, film in
            var record = FilmRecord(film)
            // Some have one name only, which those of others begin with.
            for place in record.credits.indices where number % 8 == 0 {
                let name = record.credits[place].person.name
                record.credits[place].person.name = String(name.prefix { $0 != " " })
            }
            return record
        }
    }

    /// Some of the program's own films, which have the odd titles.
    static let real = BruteForceFixture("every eighth film of the program", queries: 8) {
        try programFilms(every: 8)
    }

    static let all = [synthetic, colliding, real]

    private static func programFilms(every step: Int) throws -> [FilmRecord] {
        let lines = LineReader(
            memory: UnsafeRawBufferPointer(start: cfilms_bytes(), count: cfilms_length()),
            name: "film data")
        let document = JSONDocument()
        var reader = FilmRecordReader()
        var films: [FilmRecord] = []
        while let line = try lines.next() {
            guard line.number % step == 0, case .text(let bytes) = line.content else { continue }
            if let film = reader.film(try document.parse(bytes)) { films.append(film) }
        }
        return films
    }

    /// The film with ids for everything that has none, so that both sides
    /// call it the same.
    private static func identified(_ film: FilmRecord, _ number: Int) -> FilmRecord {
        var film = film
        film.id = film.id ?? "film \(number)"
        for place in film.genres.indices where film.genres[place].id == nil {
            film.genres[place].id = "genre \(film.genres[place].name)"
        }
        for place in film.credits.indices where film.credits[place].person.id == nil {
            film.credits[place].person.id = "person \(film.credits[place].person.name)"
        }
        return film
    }
}

extension FilmRecord {
    fileprivate init(_ film: ReferenceFilm) {
        self.init(title: film.title)
        id = film.id
        year = film.year
        rating = film.tenths.flatMap { Rating(tenths: $0) }
        reviews = film.reviews
        type = film.type
        runtime = film.runtime
        genres = film.genres.map { Name(name: $0) }
        countries = film.countries
        languages = film.languages
        credits = film.credits.map { Credit(person: Name(name: $0.name), role: $0.role) }
    }
}
