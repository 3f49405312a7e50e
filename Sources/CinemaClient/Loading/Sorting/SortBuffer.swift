internal import Glibc

/// Records in memory: their bytes in one block, and a list of where they are.
///
/// `@unchecked` because one thread after the other uses it: who hands a
/// buffer to another thread waits for it before it is touched again.
final class SortBuffer: @unchecked Sendable {
    struct Entry {
        var key: UInt64
        var start: UInt32
        var length: UInt32
    }

    private var entryMemory: MappedMemory?
    private var byteMemory: MappedMemory?
    private(set) var count = 0
    private var used = 0
    /// Whether each key was greater than the one before.
    private var isAscending = true
    /// As much as is mapped at once; only what is used of it is real.
    private let size: Int

    init(size: Int) { self.size = size }

    var isEmpty: Bool { count == 0 }

    /// The bytes that are in use once a record with so many more is added.
    func size(with more: Int) -> Int {
        used + more + (count + 1) * MemoryLayout<Entry>.stride
    }

    func removeAll() {
        count = 0
        used = 0
        isAscending = true
    }

    /// Adds a record; false if no buffer can hold it.
    func add(_ key: UInt64, _ payload: UnsafeRawBufferPointer) -> Bool {
        guard used + payload.count <= Int(UInt32.max), makeRoom(for: payload.count) else {
            return false
        }
        if let source = payload.baseAddress, let bytes = byteMemory?.start {
            (bytes + used).copyMemory(from: source, byteCount: payload.count)
        }
        if isAscending, count > 0, key <= entries[count - 1].key { isAscending = false }
        entries[count] = Entry(key: key, start: UInt32(used), length: UInt32(payload.count))
        count += 1
        used += payload.count
        return true
    }

    /// Of a buffer that has records.
    private var entries: UnsafeMutablePointer<Entry> {
        guard let memory = entryMemory?.start else { preconditionFailure("no records") }
        return memory.assumingMemoryBound(to: Entry.self)
    }

    func key(_ index: Int) -> UInt64 { entries[index].key }

    func payload(_ index: Int) -> UnsafeRawBufferPointer { payload(entries[index]) }

    private func payload(_ entry: Entry) -> UnsafeRawBufferPointer {
        let start = byteMemory?.start
        return UnsafeRawBufferPointer(
            start: start.map { UnsafeRawPointer($0) + Int(entry.start) }, count: Int(entry.length))
    }

    private func makeRoom(for more: Int) -> Bool {
        let stride = MemoryLayout<Entry>.stride
        return Self.grow(&entryMemory, used: count * stride, to: (count + 1) * stride, size)
            && Self.grow(&byteMemory, used: used, to: used + more, size)
    }

    private static func grow(
        _ memory: inout MappedMemory?, used: Int, to needed: Int, _ size: Int
    ) -> Bool {
        let room = memory?.count ?? 0
        guard room < needed || room == 0 else { return true }
        guard let larger = MappedMemory(count: max(size, room * 2, needed)) else { return false }
        if let old = memory?.start { larger.start.copyMemory(from: old, byteCount: used) }
        memory = consume larger
        return true
    }
}

extension SortBuffer {
    /// Below so many records comparing them is as quick.
    private static let fewRecords = 512

    /// Nothing is added to a buffer between this and `removeAll()`.
    func sort() {
        guard count > 1, !isAscending else { return }
        if count >= Self.fewRecords,
            let scratch = MappedMemory(count: count * MemoryLayout<Entry>.stride)
        {
            sortByKey(scratch.start.assumingMemoryBound(to: Entry.self))
            sortEqualKeys()
        } else {
            var records = UnsafeMutableBufferPointer(start: entries, count: count)
            records.sort(by: isBefore)
        }
    }

    private func isBefore(_ left: Entry, _ right: Entry) -> Bool {
        if left.key != right.key { return left.key < right.key }
        return payload(left).order(before: payload(right)) < 0
    }

    /// Byte by byte from the least (a radix sort): three times as quick as
    /// comparing. Bytes that all keys share cost nothing.
    private func sortByKey(_ scratch: UnsafeMutablePointer<Entry>) {
        var source = entries
        var target = scratch
        var counts = [Int](repeating: 0, count: 8 * 256)
        counts.withUnsafeMutableBufferPointer { counts in
            for index in 0..<count {
                var key = source[index].key
                for digit in 0..<8 {
                    counts[digit << 8 | Int(key & 0xff)] += 1
                    key >>= 8
                }
            }
            for digit in 0..<8 {
                let shift = UInt64(digit * 8)
                let first = digit << 8
                if counts[first | Int(source[0].key >> shift & 0xff)] == count { continue }
                var start = 0
                for value in first..<(first + 256) {
                    let here = counts[value]
                    counts[value] = start
                    start += here
                }
                for index in 0..<count {
                    let entry = source[index]
                    let place = first | Int(entry.key >> shift & 0xff)
                    target[counts[place]] = entry
                    counts[place] += 1
                }
                swap(&source, &target)
            }
        }
        if source == scratch { entries.update(from: scratch, count: count) }
    }

    private func sortEqualKeys() {
        let entries = entries
        var start = 0
        while start < count {
            var end = start + 1
            var length = entries[start].length
            while end < count, entries[end].key == entries[start].key {
                length |= entries[end].length
                end += 1
            }
            if end - start > 1, length > 0 {
                var equal = UnsafeMutableBufferPointer(start: entries + start, count: end - start)
                equal.sort { payload($0).order(before: payload($1)) < 0 }
            }
            start = end
        }
    }
}

extension SortBuffer {
    /// Writes the sorted records behind what is in the file.
    ///
    /// Keys as what they are more than the one before, so that numbers which
    /// are near each other take a byte or two.
    func write(to file: SortFile) throws(SQLiteError) {
        var last: UInt64 = 0
        let entries = entries
        for index in 0..<count {
            let entry = entries[index]
            try file.write(entry.key - last)
            last = entry.key
            try file.write(UInt64(entry.length))
            try file.write(payload(entry))
        }
        try file.endRun()
    }
}

extension UnsafeRawBufferPointer {
    /// Less than 0 if these bytes come first, 0 for the same bytes.
    @inline(__always)
    func order(before other: UnsafeRawBufferPointer) -> Int {
        let shared = Swift.min(count, other.count)
        if shared > 0, let left = baseAddress, let right = other.baseAddress {
            let order = memcmp(left, right, shared)
            if order != 0 { return Int(order) }
        }
        return count - other.count
    }
}
