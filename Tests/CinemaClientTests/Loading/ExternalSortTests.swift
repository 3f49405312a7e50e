import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Sorting more than memory holds")
struct ExternalSortTests {
    let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private struct Record: Hashable, Comparable {
        var key: UInt64
        var payload: [UInt8]

        static func < (left: Record, right: Record) -> Bool {
            left.key != right.key
                ? left.key < right.key : left.payload.lexicographicallyPrecedes(right.payload)
        }
    }

    private func sort(bufferSize: Int) -> ExternalSort {
        ExternalSort(SortSpace(directory: directory.path), bufferSize: bufferSize)
    }

    private func read(_ sort: ExternalSort) throws -> [Record] {
        let records = try sort.sorted()
        var read: [Record] = []
        while try records.next() {
            read.append(Record(key: records.key, payload: Array(records.payload)))
        }
        return read
    }

    private func records(_ count: Int, keys: ClosedRange<Int>, payload: ClosedRange<Int>)
        -> [Record]
    {
        var random = SeededGenerator(seed: UInt64(count))
        return (0..<count).map { _ in
            Record(
                key: UInt64(random.number(keys)),
                payload: (0..<random.number(payload)).map { _ in UInt8(random.number(0...2)) })
        }
    }

    @Test(
        "comes out in order, from memory and from many runs", arguments: [1 << 20, 4_000, 100, 1])
    func order(bufferSize: Int) throws {
        let records = records(3_000, keys: 0...500, payload: 0...12)
        let sort = sort(bufferSize: bufferSize)
        for record in records { try sort.add(record.key, record.payload) }
        #expect(sort.count == 3_000)
        #expect(try read(sort) == records.sorted())
        #expect(try read(sort) == records.sorted(), "and once more")
    }

    @Test("of great keys, and of keys alone", arguments: [1 << 20, 500])
    func keys(bufferSize: Int) throws {
        let sort = sort(bufferSize: bufferSize)
        var random = SeededGenerator(seed: 5)
        var keys = (0..<2_000).map { _ in random.next() } + [0, .max, .max, 1 << 63]
        for key in keys { try sort.add(key) }
        keys.sort()
        #expect(try read(sort) == keys.map { Record(key: $0, payload: []) })
    }

    @Test("equal records are all kept, and shorter bytes come first", arguments: [1 << 20, 64])
    func equal(bufferSize: Int) throws {
        let sort = sort(bufferSize: bufferSize)
        let payloads: [[UInt8]] = [[1, 0], [1], [], [1, 0], [0, 255], [1]]
        for _ in 0..<200 { for payload in payloads { try sort.add(7, payload) } }
        let read = try read(sort).map(\.payload)
        let expected = [[], [0, 255], [1], [1], [1, 0], [1, 0]].flatMap { payload in
            Array(repeating: payload as [UInt8], count: 200)
        }
        #expect(read == expected)
    }

    @Test("nothing is nothing")
    func empty() throws {
        #expect(try read(sort(bufferSize: 100)).isEmpty)
    }

    @Test("a record may be greater than the buffer", arguments: [1 << 24, 1_000])
    func huge(bufferSize: Int) throws {
        let sort = sort(bufferSize: bufferSize)
        let large = [UInt8](repeating: 9, count: 3_000_000)
        try sort.add(2, large)
        try sort.add(1, [1])
        try sort.add(2, [2])
        try sort.add(3, large)
        #expect(try read(sort).map(\.payload.count) == [1, 1, 3_000_000, 3_000_000])
    }

    @Test("what was added in order stays so")
    func ascending() throws {
        let sort = sort(bufferSize: 200)
        for key in 0..<500 { try sort.add(UInt64(key), [UInt8(key & 0xff)]) }
        #expect(try read(sort).map(\.key) == (0..<500).map { UInt64($0) })
    }

    @Test("its file has no name")
    func noName() throws {
        let sort = sort(bufferSize: 10)
        for key in 0..<100 { try sort.add(UInt64(key), [1, 2, 3]) }
        #expect(directory.names.isEmpty)
        _ = try read(sort)
        #expect(directory.names.isEmpty)
    }

    @Test("without a place for files everything stays in memory")
    func memory() throws {
        let sort = ExternalSort(.memory, bufferSize: 10)
        for key in (0..<1_000).reversed() { try sort.add(UInt64(key), [1]) }
        #expect(try read(sort).map(\.key) == (0..<1_000).map { UInt64($0) })
    }

    @Test("a place where no file can be made is told")
    func failure() throws {
        let sort = ExternalSort(
            SortSpace(directory: directory.file("none")), bufferSize: 10)
        try sort.add(1, [1, 2, 3])
        let error = #expect(throws: SQLiteError.self) { try sort.add(2, [1, 2, 3]) }
        #expect(error?.message.contains("none") == true)
    }
}
