import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Pages in another order")
struct FilmOrderTests {
    private static let lastRow = 20_000

    /// Tiers of a random share of the rows, each in one of them.
    private func tiers(_ random: inout SeededGenerator) -> [RowSet] {
        var tiers = (0..<3).map { _ in RowSet(lastRow: Self.lastRow) }
        for row in 1...Self.lastRow where !random.oneIn(5) {
            tiers[random.oneIn(9) ? 0 : random.number(1...2)].insert(row)
        }
        return tiers
    }

    /// All rows of the tiers by a stable sort of the whole.
    private func sorted<Value>(
        _ tiers: [RowSet], _ values: [Value], descending: Bool
    ) -> [Int] where Value: FixedWidthInteger {
        let rows = tiers.flatMap { $0.rows() }
        let places = rows.indices.sorted { left, right in
            let (a, b) = (values[rows[left]], values[rows[right]])
            if a == b { return left < right }
            if a == 0 || b == 0 { return b == 0 }
            return descending ? a > b : a < b
        }
        return places.map { rows[$0] }
    }

    private func check<Value>(_ values: [Value], seed: UInt64) throws
    where Value: FixedWidthInteger & UnsignedInteger & Sendable {
        var random = SeededGenerator(seed: seed)
        let tiers = tiers(&random)
        for isDescending in [false, true] {
            let whole = sorted(tiers, values, descending: isDescending)
            let order = FilmOrder(
                tiers: tiers, column: FilmColumn(values: values), isDescending: isDescending,
                check: {})
            #expect(try order.rows(offset: 0, limit: .max) == whole)
            let ends = [0, 1, whole.count / 2, whole.count - 40, whole.count - 1, whole.count]
            for offset in ends + (0..<12).map({ _ in random.number(0...whole.count) }) {
                let limit = random.element([1, 40, 2_000])
                let page = try order.rows(offset: offset, limit: limit)
                #expect(page == Array(whole.dropFirst(offset).prefix(limit)), "\(offset) \(limit)")
            }
        }
    }

    @Test("a page of few values with many ties is that of the whole order")
    func ties() throws {
        var random = SeededGenerator(seed: 1)
        try check((0...Self.lastRow).map { _ in UInt8(random.number(0...9)) }, seed: 2)
        try check((0...Self.lastRow).map { _ in UInt16(random.number(1_900...2_030)) }, seed: 3)
    }

    @Test("a page of values all over the place is that of the whole order")
    func spread() throws {
        var random = SeededGenerator(seed: 4)
        try check(
            (0...Self.lastRow).map { _ in UInt32(random.number(0...Int(UInt32.max))) }, seed: 5)
        try check((0...Self.lastRow).map { UInt32($0 * 7_919 % 20_011) }, seed: 6)
    }

    @Test("a page of values that crowd at one end is that of the whole order")
    func crowded() throws {
        var random = SeededGenerator(seed: 7)
        let values = (0...Self.lastRow).map { _ in
            random.oneIn(50)
                ? UInt32(random.number(0...Int(UInt32.max))) : UInt32(random.number(0...90))
        }
        try check(values, seed: 8)
    }

    @Test("films of which nothing is known stand as they come", arguments: [false, true])
    func unknown(isDescending: Bool) throws {
        let order = FilmOrder(
            tiers: [RowSet(lastRow: 9, rows: [4, 8]), RowSet(lastRow: 9, rows: [2, 6])],
            column: FilmColumn(values: [UInt16](repeating: 0, count: 10)),
            isDescending: isDescending, check: {})
        #expect(try order.rows(offset: 1, limit: 2) == [8, 2])
        #expect(try order.rows(offset: 4, limit: 2) == [])
    }

    @Test("a sort that nobody waits for any more ends at its next look")
    func interrupted() throws {
        var looks = 0
        let order = FilmOrder(
            tiers: [RowSet.all(lastRow: 1_000_000)],
            column: FilmColumn(values: [UInt8](repeating: 7, count: 1_000_001)),
            isDescending: false
        ) { () throws(SQLiteError) in
            looks += 1
            if looks == 3 { throw SQLiteError(.interrupt) }
        }
        #expect(throws: SQLiteError(.interrupt)) { try order.rows(offset: 500_000, limit: 40) }
        #expect(looks == 3)
    }
}
