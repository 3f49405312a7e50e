import Testing

@testable import CinemaClient

struct StatementCacheTests {
    private let connection: Connection

    init() throws {
        connection = try Connection.inMemory()
    }

    @Test func statementIsTakenOnce() throws {
        var cache = StatementCache(capacity: 2)
        let statement = try connection.prepare("SELECT 1")
        cache.put(statement)
        let taken = cache.take("SELECT 1")
        let takenAgain = cache.take("SELECT 1")
        #expect(taken === statement)
        #expect(takenAgain == nil)
    }

    @Test func statementUnusedLongestGoes() throws {
        var cache = StatementCache(capacity: 2)
        for sql in ["SELECT 1", "SELECT 2"] { cache.put(try connection.prepare(sql)) }
        let first = cache.take("SELECT 1")
        cache.put(try #require(first))
        cache.put(try connection.prepare("SELECT 3"))
        #expect(cache.count == 2)
        let gone = cache.take("SELECT 2")
        let kept = cache.take("SELECT 1")
        #expect(gone == nil)
        #expect(kept != nil)
    }

    @Test func cacheOfNothingKeepsNothing() throws {
        var cache = StatementCache(capacity: 0)
        cache.put(try connection.prepare("SELECT 1"))
        #expect(cache.count == 0)
    }
}
