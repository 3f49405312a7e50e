/// Reads a run of a sort's file record by record.
struct SortRun {
    private let file: SortFile
    private var buffer: UnsafeMutableRawPointer
    private var capacity: Int
    /// What is in the buffer and not read yet.
    private var position = 0
    private var end = 0
    /// What is in the file and not in the buffer yet.
    private var rest: Range<Int64>

    private(set) var key: UInt64 = 0
    private var start = 0
    private var length = 0

    /// To be let go with `deallocate()`.
    init(_ file: SortFile, _ range: Range<Int64>, bufferSize: Int) {
        self.file = file
        rest = range
        capacity = max(32, bufferSize)
        buffer = .allocate(byteCount: capacity, alignment: 16)
    }

    func deallocate() { buffer.deallocate() }

    /// Valid until `next()`.
    var payload: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: buffer + start, count: length)
    }

    /// Moves to the next record; false at the end.
    mutating func next() throws(SQLiteError) -> Bool {
        if end - position < 20 { try fill(20) }
        guard position < end else { return false }
        key += try number()
        length = Int(truncatingIfNeeded: try number())
        if end - position < length { try fill(length) }
        guard length >= 0, end - position >= length else { throw .damagedRecord }
        start = position
        position += length
        return true
    }

    private mutating func number() throws(SQLiteError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < end, shift < 64 {
            let byte = buffer.load(fromByteOffset: position, as: UInt8.self)
            position += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw .damagedRecord
    }

    /// Sees to it that so many bytes are in the buffer, if there are so many.
    private mutating func fill(_ count: Int) throws(SQLiteError) {
        guard !rest.isEmpty else { return }
        let unread = end - position
        if count > capacity {
            capacity = count
            let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
            larger.copyMemory(from: buffer + position, byteCount: unread)
            buffer.deallocate()
            buffer = larger
        } else {
            // The two may overlap; memmove is what this is.
            buffer.copyMemory(from: buffer + position, byteCount: unread)
        }
        position = 0
        let more = Int(min(Int64(capacity - unread), rest.upperBound - rest.lowerBound))
        try file.read(
            at: rest.lowerBound,
            into: UnsafeMutableRawBufferPointer(start: buffer + unread, count: more))
        rest = (rest.lowerBound + Int64(more))..<rest.upperBound
        end = unread + more
    }
}
