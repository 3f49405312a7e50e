/// The records of a sort in order.
///
///     while try records.next() { use(records.key, records.payload) }
final class SortedRecords {
    private struct Head {
        var key: UInt64
        var run: Int
    }

    private let buffer: SortBuffer?
    private var index = -1

    private let runs: UnsafeMutableBufferPointer<SortRun>
    /// The runs that have records left, as a heap with the first record on
    /// top.
    private let heads: UnsafeMutablePointer<Head>
    private var headCount = 0
    private var isStarted = false

    private(set) var key: UInt64 = 0

    /// Valid until `next()`.
    private(set) var payload = UnsafeRawBufferPointer(start: nil, count: 0)

    init(_ buffer: SortBuffer) {
        self.buffer = buffer
        runs = .allocate(capacity: 0)
        heads = .allocate(capacity: 0)
    }

    /// All runs together read with some two megabytes.
    private static let readSize = 2 << 20

    init(_ file: SortFile) throws(SQLiteError) {
        buffer = nil
        let ranges = file.runs
        let size = min(128 << 10, max(8 << 10, Self.readSize / max(1, ranges.count)))
        runs = .allocate(capacity: ranges.count)
        heads = .allocate(capacity: ranges.count)
        for (place, range) in ranges.enumerated() {
            runs.initializeElement(at: place, to: SortRun(file, range, bufferSize: size))
        }
        for place in ranges.indices where try runs[place].next() {
            heads[headCount] = Head(key: runs[place].key, run: place)
            headCount += 1
        }
        for place in stride(from: headCount / 2 - 1, through: 0, by: -1) { sink(place) }
    }

    deinit {
        for run in runs { run.deallocate() }
        runs.deinitialize()
        runs.deallocate()
        heads.deallocate()
    }

    /// Moves to the next record; false at the end.
    func next() throws(SQLiteError) -> Bool {
        if let buffer {
            index += 1
            guard index < buffer.count else { return false }
            key = buffer.key(index)
            payload = buffer.payload(index)
            return true
        }
        if isStarted { try advance() }
        isStarted = true
        guard headCount > 0 else { return false }
        key = heads[0].key
        payload = runs[heads[0].run].payload
        return true
    }

    /// Moves the run on top to its next record.
    private func advance() throws(SQLiteError) {
        guard headCount > 0 else { return }
        let run = heads[0].run
        if try runs[run].next() {
            heads[0].key = runs[run].key
        } else {
            headCount -= 1
            heads[0] = heads[headCount]
        }
        sink(0)
    }

    private func isBefore(_ left: Head, _ right: Head) -> Bool {
        if left.key != right.key { return left.key < right.key }
        let order = runs[left.run].payload.order(before: runs[right.run].payload)
        return order != 0 ? order < 0 : left.run < right.run
    }

    private func sink(_ start: Int) {
        guard start < headCount else { return }
        let head = heads[start]
        var place = start
        while true {
            var child = 2 * place + 1
            guard child < headCount else { break }
            if child + 1 < headCount, isBefore(heads[child + 1], heads[child]) { child += 1 }
            guard isBefore(heads[child], head) else { break }
            heads[place] = heads[child]
            place = child
        }
        heads[place] = head
    }
}
