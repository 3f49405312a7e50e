import Testing

@testable import CinemaClient

struct SQLiteErrorTests {
    @Test func primaryCodeMatchesItsExtensions() {
        #expect(SQLiteCode.constraint ~= .constraintUnique)
        #expect(SQLiteCode.constraint ~= .constraint)
        #expect(!(SQLiteCode.constraintUnique ~= .constraint))
        #expect(!(SQLiteCode.constraintUnique ~= .constraintCheck))
        #expect(SQLiteCode.constraintUnique.primary == .constraint)
    }

    @Test func codesHaveWords() {
        #expect(SQLiteCode.busy.description == "database is locked")
        #expect(SQLiteError(.interrupt).message == "interrupted")
    }

    @Test func statementIsQuotedUpToALimit() {
        let sql = String(repeating: "é", count: 300)
        #expect(SQLiteError(.error, sql: sql).sql?.count == SQLiteError.longestQuote + 1)
        #expect(SQLiteError(.error, sql: "SELECT 1").sql == "SELECT 1")
    }

    @Test func descriptionNamesTheStatement() throws {
        let connection = try Connection.inMemory()
        let error = #expect(throws: SQLiteError.self) { try connection.run("SELECT * FROM film") }
        #expect(error?.description == "no such table: film (SQLite 1) in: SELECT * FROM film")
    }
}
