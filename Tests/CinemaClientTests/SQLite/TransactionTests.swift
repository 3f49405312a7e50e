import Testing

@testable import CinemaClient

struct TransactionTests {
    private let connection: Connection

    init() throws {
        connection = try Connection.inMemory()
        try connection.execute("CREATE TABLE film (id INTEGER PRIMARY KEY, title NOT NULL UNIQUE)")
    }

    private func count() throws -> Int64? {
        try connection.firstRow("SELECT count(*) FROM film") { $0.integer(0) }
    }

    @Test func whatBodyDidIsKept() throws {
        let result = try connection.transaction { () throws(SQLiteError) in
            #expect(connection.isInTransaction)
            try connection.run("INSERT INTO film (title) VALUES (?)", ["Skyfall"])
            return 7
        }
        #expect(result == 7)
        #expect(!connection.isInTransaction)
        #expect(try count() == 1)
    }

    @Test func failureUndoesEverything() throws {
        let error = #expect(throws: SQLiteError.self) {
            try connection.transaction { () throws(SQLiteError) in
                try connection.run("INSERT INTO film (title) VALUES ('Skyfall')")
                try connection.run("INSERT INTO film (title) VALUES ('Skyfall')")
            }
        }
        #expect(error?.extendedCode == .constraintUnique)
        #expect(error?.message == "UNIQUE constraint failed: film.title")
        #expect(!connection.isInTransaction)
        #expect(try count() == 0)
    }

    @Test func failedCommitUndoesEverything() throws {
        try connection.execute(
            """
            PRAGMA foreign_keys = ON;
            CREATE TABLE credit (film REFERENCES film DEFERRABLE INITIALLY DEFERRED);
            """)
        let error = #expect(throws: SQLiteError.self) {
            try connection.transaction { () throws(SQLiteError) in
                try connection.run("INSERT INTO credit VALUES (42)")
            }
        }
        #expect(error?.extendedCode == .constraintForeignKey)
        #expect(!connection.isInTransaction)
        #expect(try connection.firstRow("SELECT count(*) FROM credit") { $0.integer(0) } == 0)
    }

    @Test func rollbackWithoutTransactionDoesNothing() throws {
        connection.rollback()
        try connection.begin(.deferred)
        connection.rollback()
        #expect(!connection.isInTransaction)
    }

    @Test func transactionsDoNotNest() throws {
        let error = #expect(throws: SQLiteError.self) {
            try connection.transaction { () throws(SQLiteError) in
                try connection.transaction { () throws(SQLiteError) in }
            }
        }
        #expect(error?.code == .error)
        #expect(!connection.isInTransaction)
    }
}
