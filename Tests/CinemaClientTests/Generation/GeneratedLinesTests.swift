import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Films that never were, as lines")
struct GeneratedLinesTests {
    @Test("are imported as the films that they were made of")
    func imported() async throws {
        let directory = try TestDirectory()
        let lines = directory.file("films.ndjson")
        #expect(CatalogGeneration.writeLines(films: 200, seed: 3, to: lines))
        let report = try await CatalogImport.run(
            sources: [lines], into: directory.file("imported.sqlite"))
        #expect(report.films == 200)
        #expect(report.problems.isEmpty)
        _ = try await CatalogGeneration.run(
            films: 200, seed: 3, into: directory.file("made.sqlite"))
        let imported = try LocalCatalog.open(path: directory.file("imported.sqlite"))
        let made = try LocalCatalog.open(path: directory.file("made.sqlite"))
        let page = PageRequest(count: 200)
        let films = try await made.films(FilmQuery(), page: page).items
        #expect(try await imported.films(FilmQuery(), page: page).items == films)
        for film in films.prefix(20) {
            #expect(try await imported.film(film.id) == made.film(film.id))
        }
    }

    @Test("cannot be written where there is no directory")
    func unwritable() {
        #expect(!CatalogGeneration.writeLines(films: 1, seed: 1, to: "/nowhere/films.ndjson"))
    }
}
