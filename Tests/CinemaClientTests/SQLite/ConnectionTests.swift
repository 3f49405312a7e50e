import Testing

@testable import CinemaClient

struct ConnectionTests {
    @Test func fileIsMadeForWritingAndFoundForReading() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("a ?#%41.sqlite")
        let writer = try Connection(path: path, access: .readWrite)
        try writer.execute("CREATE TABLE film (title); INSERT INTO film VALUES ('Skyfall')")
        for access in [Connection.Access.readOnly, .immutable] {
            let reader = try Connection(path: path, access: access)
            #expect(try reader.rows("SELECT title FROM film") { $0.string(0) } == ["Skyfall"])
        }
    }

    @Test func missingFileIsNotMadeForReading() throws {
        let directory = try TemporaryDirectory()
        for access in [Connection.Access.readOnly, .immutable] {
            let error = #expect(throws: SQLiteError.self) {
                _ = try Connection(path: directory.file("none.sqlite"), access: access)
            }
            #expect(error?.code == .cannotOpen)
        }
    }

    @Test func readerCannotWrite() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("films.sqlite")
        try Connection(path: path, access: .readWrite).execute("CREATE TABLE film (title)")
        let reader = try Connection(path: path, access: .readOnly)
        let error = #expect(throws: SQLiteError.self) {
            try reader.run("INSERT INTO film VALUES (?)", ["Skyfall"])
        }
        #expect(error?.code == .readOnly)
        #expect(error?.sql == "INSERT INTO film VALUES (?)")
    }

    @Test func fileThatIsNoDatabaseSaysSo() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write(
            Array(repeating: UInt8(ascii: "x"), count: 4096), to: "films.sqlite")
        let connection = try Connection(path: path, access: .readWrite)
        let error = #expect(throws: SQLiteError.self) {
            try connection.execute("SELECT * FROM sqlite_schema")
        }
        #expect(error?.code == .notADatabase)
    }

    @Test func pathWithNullIsRefused() {
        let error = #expect(throws: SQLiteError.self) {
            _ = try Connection(path: "/tmp/a\0b", access: .readWrite)
        }
        #expect(error?.code == .cannotOpen)
    }

    @Test func otherWriterMakesBusy() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("films.sqlite")
        let first = try Connection(path: path, access: .readWrite)
        let second = try Connection(path: path, access: .readWrite, busyTimeout: .zero)
        try first.begin()
        let error = #expect(throws: SQLiteError.self) { try second.begin() }
        #expect(error?.code == .busy)
        first.rollback()
        try second.begin()
        try second.commit()
    }

    @Test func textInDoubleQuotesIsAName() throws {
        let connection = try Connection.inMemory()
        let error = #expect(throws: SQLiteError.self) { try connection.run("SELECT \"Skyfall\"") }
        #expect(error?.message == "no such column: Skyfall")
    }

    @Test func fullTextSearchIsThere() throws {
        let connection = try Connection.inMemory()
        try connection.execute(
            """
            CREATE VIRTUAL TABLE search USING fts5(title, prefix = '1 2');
            INSERT INTO search VALUES ('Star Wars'), ('Skyfall');
            """)
        let titles = try connection.rows(
            "SELECT title FROM search WHERE search MATCH ?", ["st*"]
        ) { $0.string(0) }
        #expect(titles == ["Star Wars"])
    }

    @Test func pragmasAreReadAndSet() throws {
        let connection = try Connection.inMemory()
        #expect(try connection.userVersion() == 0)
        try connection.setUserVersion(7)
        #expect(try connection.userVersion() == 7)
        try connection.setPragma("cache_size", to: -2048)
        #expect(try connection.pragma("cache_size") == -2048)
        try connection.setPragma("temp_store", to: "MEMORY")
        #expect(try connection.pragma("temp_store") == 2)
        #expect(try connection.pragma("no_such_pragma") == nil)
    }

    @Test func changesAndRowsAreCounted() throws {
        let connection = try Connection.inMemory()
        try connection.execute("CREATE TABLE film (title)")
        try connection.run("INSERT INTO film VALUES ('a'), ('b')")
        #expect(connection.changes == 2)
        #expect(connection.lastInsertedRow == 2)
    }
}
