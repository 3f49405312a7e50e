import Testing

@testable import CinemaClient

struct InterruptTests {
    /// Counts for ever.
    private static let endless =
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"

    /// Some ten thousand instructions: enough for SQLite to look.
    private static let short =
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
        + " SELECT count(*) FROM n"

    @Test(.timeLimit(.minutes(1))) func runningStatementStops() async throws {
        let handle = InterruptHandle()
        let (begun, continuation) = AsyncStream.makeStream(of: Void.self)
        let work = Task.detached {
            let connection = try Connection.inMemory()
            try connection.interruptible(by: handle) { () throws(SQLiteError) in
                continuation.yield()
                try connection.run(Self.endless)
            }
        }
        for await _ in begun { break }
        handle.interrupt()
        let error = await #expect(throws: SQLiteError.self) { try await work.value }
        #expect(error?.code == .interrupt)
    }

    @Test func interruptBeforehandStopsAtOnce() throws {
        let connection = try Connection.inMemory()
        let handle = InterruptHandle()
        handle.interrupt()
        var hasRun = false
        let error = #expect(throws: SQLiteError.self) {
            try connection.interruptible(by: handle) { hasRun = true }
        }
        #expect(error?.code == .interrupt)
        #expect(!hasRun)
    }

    @Test func lateInterruptDoesNotReachTheNextStatement() throws {
        let connection = try Connection.inMemory()
        let first = InterruptHandle()
        try connection.interruptible(by: first) { () throws(SQLiteError) in
            try connection.run(Self.short)
        }
        first.interrupt()
        try connection.run(Self.short)
        try connection.interruptible(by: InterruptHandle()) { () throws(SQLiteError) in
            try connection.run(Self.short)
        }
    }

    @Test func interruptedStatementRunsAgain() throws {
        let connection = try Connection.inMemory()
        let handle = InterruptHandle()
        let error = #expect(throws: SQLiteError.self) {
            try connection.interruptible(by: handle) { () throws(SQLiteError) in
                try connection.withStatement(Self.short) { (statement) throws(SQLiteError) in
                    handle.interrupt()
                    _ = try statement.step()
                }
            }
        }
        #expect(error?.code == .interrupt)
        #expect(try connection.firstRow(Self.short) { $0.integer(0) } == 1000)
    }

    @Test func outerHandleIsBackAfterTheInner() throws {
        let connection = try Connection.inMemory()
        let outer = InterruptHandle()
        let error = #expect(throws: SQLiteError.self) {
            try connection.interruptible(by: outer) { () throws(SQLiteError) in
                try connection.interruptible(by: InterruptHandle()) { () throws(SQLiteError) in
                    try connection.run(Self.short)
                }
                outer.interrupt()
                try connection.run(Self.endless)
            }
        }
        #expect(error?.code == .interrupt)
    }

    @Test func interruptedTransactionIsUndone() throws {
        let connection = try Connection.inMemory()
        try connection.execute("CREATE TABLE film (title)")
        let handle = InterruptHandle()
        #expect(throws: SQLiteError.self) {
            try connection.interruptible(by: handle) { () throws(SQLiteError) in
                try connection.transaction { () throws(SQLiteError) in
                    try connection.run("INSERT INTO film VALUES ('Skyfall')")
                    handle.interrupt()
                    try connection.run(Self.endless)
                }
            }
        }
        #expect(!connection.isInTransaction)
        #expect(try connection.firstRow("SELECT count(*) FROM film") { $0.integer(0) } == 0)
    }
}
