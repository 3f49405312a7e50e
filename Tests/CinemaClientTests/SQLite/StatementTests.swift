import Testing

@testable import CinemaClient

struct StatementTests {
    private let connection: Connection

    init() throws {
        connection = try Connection.inMemory()
    }

    @Test func valuesComeBackAsTheyWere() throws {
        let values: [SQLiteValue] = [
            nil, 7, .integer(.min), 8.5, "Амели\0🎬", "", .blob([0, 255]), .blob([]),
        ]
        for value in values {
            #expect(try connection.firstRow("SELECT ?", [value]) { $0.value(0) } == value)
        }
    }

    @Test func typedValuesAreBound() throws {
        let types = try connection.withStatement(
            "SELECT typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), typeof(?)"
        ) { (statement) throws(SQLiteError) in
            try statement.bind(7, at: 1)
            try statement.bind(8.0, at: 2)
            try statement.bind("text", at: 3)
            try statement.bind([1, 2] as [UInt8], at: 4)
            try statement.bind(nil as String?, at: 5)
            try statement.bind(7 as Int64?, at: 6)
            #expect(try statement.step())
            return (0..<statement.columnCount).map { statement.string($0) }
        }
        #expect(types == ["integer", "real", "text", "blob", "null", "integer"])
    }

    @Test func nullIsToldFromZero() throws {
        try connection.firstRow("SELECT NULL, 0, ''") { row in
            #expect(row.isNull(0) && !row.isNull(1))
            #expect(row.optionalInteger(0) == nil && row.optionalInteger(1) == 0)
            #expect(row.optionalDouble(0) == nil && row.optionalDouble(1) == 0)
            #expect(row.optionalString(0) == nil && row.optionalString(2) == "")
            #expect(row.integer(0) == 0 && row.string(0) == "" && row.bytes(0) == [])
        }
    }

    @Test func bytesAreLentWhereTheyAre() throws {
        try connection.firstRow("SELECT x'000102', 'Сталкер'") { row in
            #expect(row.withBytes(0) { $0.reduce(0) { $0 + Int($1) } } == 3)
            #expect(row.withText(1) { $0.count } == 14)
            #expect(row.withText(1) { [UInt8]($0) } == [UInt8]("Сталкер".utf8))
        }
    }

    @Test func textIsBoundFromBytes() throws {
        let text: [UInt8] = Array("Сталкер".utf8)
        let statement = try connection.prepare("SELECT ?")
        try text.withUnsafeBufferPointer { try statement.bind(text: $0, at: 1) }
        #expect(try statement.step())
        #expect(statement.string(0) == "Сталкер")
    }

    @Test func everyRowIsVisited() throws {
        var sum: Int64 = 0
        try connection.forEachRow(
            "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                + " SELECT i FROM n", [100]
        ) { sum += $0.integer(0) }
        #expect(sum == 5050)
    }

    @Test func cachedStatementIsResetAndWithoutValues() throws {
        let sql = "SELECT ? UNION ALL SELECT 2"
        #expect(try connection.firstRow(sql, [1]) { $0.value(0) } == 1)
        #expect(try connection.rows(sql) { $0.value(0) } == [nil, 2])
    }

    @Test func statementRunsWithinItself() throws {
        let sql = "SELECT 1 UNION ALL SELECT 2"
        var pairs: [Int64] = []
        try connection.forEachRow(sql) { (outer) throws(SQLiteError) in
            let inner = try connection.rows(sql) { $0.integer(0) }
            pairs += inner.map { outer.integer(0) * 10 + $0 }
        }
        #expect(pairs == [11, 12, 21, 22])
    }

    @Test func statementOutlivesItsConnection() throws {
        let statement = try Connection.inMemory().prepare("SELECT 7")
        #expect(try statement.step())
        #expect(statement.integer(0) == 7)
    }

    @Test func oneStatementIsPrepared() throws {
        _ = try connection.prepare("SELECT 1 ; \n")
        for sql in ["SELECT 1; SELECT 2", "", "-- nothing"] {
            let error = #expect(throws: SQLiteError.self) { _ = try connection.prepare(sql) }
            #expect(error?.code == .misuse)
        }
    }

    @Test func wrongParameterIsAnError() throws {
        let statement = try connection.prepare("SELECT ?")
        for index in [0, 2, -1, .max] {
            let error = #expect(throws: SQLiteError.self) { try statement.bind(1, at: index) }
            #expect(error?.code == .range)
        }
    }
}
