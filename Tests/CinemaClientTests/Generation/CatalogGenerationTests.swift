import CinemaCore
import CinemaTestSupport
import Synchronization
import Testing

@testable import CinemaClient

@Suite("Catalogues of films that never were")
struct CatalogGenerationTests {
    let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private var target: String { directory.file("target.sqlite") }

    @Test("hold as many films as were asked for, and half as many people")
    func counts() async throws {
        let report = try await CatalogGeneration.run(films: 500, seed: 1, into: target)
        #expect(report.films == 500)
        #expect(report.people == 250)
        let summary = try await LocalCatalog.open(path: target).summary()
        #expect(summary.films == 500)
        #expect(summary.people == 250)
    }

    @Test("may be of any size", arguments: [1, 2, 3])
    func small(films: Int) async throws {
        let report = try await CatalogGeneration.run(films: films, seed: 1, into: target)
        #expect(report.films == films)
        #expect(report.people == max(1, films / 2))
    }

    @Test("are found by the words of their titles and their people")
    func searched() async throws {
        _ = try await CatalogGeneration.run(films: 300, seed: 4, into: target)
        let film = SyntheticFilms(count: 300, seed: 4).film(123)
        let catalog = try LocalCatalog.open(path: target)
        let byTitle = try await catalog.search(FilmQuery(film.title), count: 300)
        #expect(byTitle.films.items.contains { $0.id.text == film.id })
        let person = try #require(film.credits.first).person
        let byPerson = try await catalog.search(FilmQuery("person:\"\(person.name)\""), count: 300)
        #expect(byPerson.films.items.contains { $0.id.text == film.id })
    }

    @Test("cannot be of no films, or of more than can be numbered", arguments: [0, -1, Int.max])
    func wrong(films: Int) async {
        let error = await #expect(throws: CatalogImportError.self) {
            try await CatalogGeneration.run(films: films, seed: 1, into: target)
        }
        #expect(error?.sentence.contains("ask for 1 to") == true)
        #expect(directory.names.isEmpty)
    }

    @Test("take the place of a catalogue only where that is said, and of nothing else ever")
    func replacing() async throws {
        _ = try await CatalogGeneration.run(films: 5, seed: 1, into: target)
        let exists = await #expect(throws: CatalogImportError.self) {
            try await CatalogGeneration.run(films: 6, seed: 1, into: target)
        }
        #expect(exists?.kind == .targetExists)
        let report = try await CatalogGeneration.run(
            films: 6, seed: 1, into: target, replacing: true)
        #expect(report.films == 6)
        let text = try directory.write("a letter", to: "letter.txt")
        let other = await #expect(throws: CatalogImportError.self) {
            try await CatalogGeneration.run(films: 5, seed: 1, into: text, replacing: true)
        }
        #expect(other?.sentence.contains("is not a catalogue") == true)
    }

    @Test(
        "are not made at all when they are stopped",
        arguments: [
            CatalogImport.Progress.Stage.reading, .writing,
        ])
    func stopped(stage: CatalogImport.Progress.Stage) async {
        let error = await #expect(throws: CatalogImportError.self) {
            try await CatalogGeneration.run(films: 600, seed: 1, into: target) {
                $0.stage != stage
            }
        }
        #expect(error?.kind == .stopped)
        #expect(directory.names.isEmpty)
    }

    @Test("tell how far they are, from nothing to all")
    func progress() async throws {
        let told = Mutex<[CatalogImport.Progress]>([])
        _ = try await CatalogGeneration.run(films: 600, seed: 1, into: target) { step in
            told.withLock { $0.append(step) }
            return true
        }
        let steps = told.withLock { $0 }
        #expect(steps.filter { $0.stage == .reading }.map(\.films) == [256, 512, 600])
        #expect(steps.last?.stage == .writing)
        #expect(steps.last?.fraction == 1)
        #expect(steps.allSatisfy { $0.filmsPerSecond > 0 })
    }
}
