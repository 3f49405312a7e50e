import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("The readers of a catalogue")
struct ReaderTests {
    @Test("rows of any order come while totals are being counted")
    func rowsBesideNumbers() async throws {
        let directory = try TestDirectory()
        let path = directory.file("films.sqlite")
        try CatalogFile.make(at: path) { (connection) throws(SQLiteError) in
            let loader = CatalogLoader(.memory)
            for year in 1_990..<2_000 {
                var film = FilmRecord(title: "Film \(year)")
                film.year = year
                try loader.add(film)
            }
            try loader.load(into: connection, provenance: "test")
        }
        let readers = try LocalCatalog.Readers(path: path)
        let catalog = LocalCatalog(name: "films", readers: readers)
        // As a count that takes long.
        let counted = Monitor(false)
        let counting = Task {
            await readers.second.perform { counted.wait(until: { $0 }, then: { _ in }) }
        }
        let query = FilmQuery(sort: FilmSort(.year, descending: true))
        let page = try await catalog.films(query, page: PageRequest(offset: 5, count: 2))
        #expect(page.items.map(\.year) == [1_994, 1_993])
        let results = try await catalog.search(query, count: 1)
        #expect(results.films.items.first?.year == 1_999)
        counted.change { $0 = true }
        await counting.value
    }
}
