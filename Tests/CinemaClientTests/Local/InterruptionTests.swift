import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// Work between statements, which SQLite does not watch.
@Suite("Questions that are not wanted any more")
struct InterruptionTests {
    private func database() throws -> CatalogDatabase {
        let loader = CatalogLoader(.memory)
        for number in 1...200 {
            var film = FilmRecord(title: "Star \(number % 7)")
            film.year = 1_950 + number % 60
            film.rating = Rating(tenths: number % 100)
            try loader.add(film)
        }
        let connection = try Connection.inMemory()
        try loader.load(into: connection, provenance: "test")
        return try CatalogDatabase(connection, shared: SharedMatches())
    }

    /// Asks once with everything at hand, so that no statement runs the second
    /// time but those of rows; that time the handle is interrupted first.
    private func isEnded(
        _ question: (CatalogDatabase) throws(SQLiteError) -> Void
    ) throws -> Bool {
        let database = try database()
        try question(database)
        let handle = InterruptHandle()
        do throws(SQLiteError) {
            try database.connection.interruptible(by: handle) { () throws(SQLiteError) in
                handle.interrupt()
                try question(database)
            }
            return false
        } catch {
            return error.code == .interrupt
        }
    }

    @Test(
        "another order", arguments: FilmSort.Field.allCases.filter { $0 != .relevance },
        [false, true])
    func order(field: FilmSort.Field, isDescending: Bool) throws {
        var offset = 0
        let ended = try isEnded { (database) throws(SQLiteError) in
            var query = FilmQuery("star")
            query.sort = FilmSort(field, descending: isDescending)
            // Another page, so that it is not at hand.
            database.ordered = BoundedCache(capacity: 4)
            _ = try database.filmRows(query, offset: offset, limit: 40)
            offset += 40
        }
        #expect(ended)
    }

    @Test("totals and facets")
    func statistics() throws {
        let ended = try isEnded { (database) throws(SQLiteError) in
            _ = try database.statistics(FilmQuery("star"))
        }
        #expect(ended)
    }

    @Test("a person's films")
    func films() throws {
        let ended = try isEnded { (database) throws(SQLiteError) in
            _ = try database.summaries(ofFilms: [1, 2, 3])
        }
        #expect(ended)
    }

    @Test("without a handle, and behind its work, nothing ends")
    func without() throws {
        let database = try database()
        try database.checkInterruption()
        let handle = InterruptHandle()
        try database.connection.interruptible(by: handle) { () throws(SQLiteError) in
            try database.checkInterruption()
        }
        handle.interrupt()
        try database.checkInterruption()
        #expect(try database.statistics(FilmQuery("star")).films == .exact(200))
    }
}
