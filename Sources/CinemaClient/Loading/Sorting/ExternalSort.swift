/// Puts any number of records in order, with memory for a few of them.
///
/// A record is a number and some bytes; numbers come first in the order, then
/// bytes as `memcmp` has them, shorter ones first. Records of the same number
/// and bytes are all kept. While they fit into the buffer they stay there. A
/// full buffer is sorted and written to a file without a name, on another
/// thread while the next one fills; reading merges what was written. The file
/// ends with the sort, or with the process, whatever ends it.
///
/// `@unchecked Sendable` because it belongs to one owner at a time: who hands it
/// to another thread waits for that one's end.
///
///     let sort = ExternalSort(.beside(path), bufferSize: 8 << 20)
///     try sort.add(key, payload)
///     let records = try sort.sorted()
///     while try records.next() { use(records.key, records.payload) }
final class ExternalSort: @unchecked Sendable {
    private let space: SortSpace
    private let bufferSize: Int
    private var buffer: SortBuffer
    private var file: SortFile?
    /// The buffer before this one, on its way to the file.
    private var writing: SideWork<Result<SortBuffer, SQLiteError>>?
    private var isSorted = false

    /// How many records were added.
    private(set) var count = 0

    /// - Parameter bufferSize: In bytes; twice as much is used while one is
    ///   written.
    init(_ space: SortSpace, bufferSize: Int) {
        self.space = space
        self.bufferSize = space.bufferSize(bufferSize)
        buffer = SortBuffer(size: self.bufferSize)
    }

    /// Adds a record without bytes.
    func add(_ key: UInt64) throws(SQLiteError) {
        try add(key, UnsafeRawBufferPointer(start: nil, count: 0))
    }

    func add(_ key: UInt64, _ payload: [UInt8]) throws(SQLiteError) {
        let outcome = payload.withUnsafeBytes { bytes in
            Result { () throws(SQLiteError) in try add(key, bytes) }
        }
        try outcome.get()
    }

    func add(_ key: UInt64, _ payload: UnsafeRawBufferPointer) throws(SQLiteError) {
        precondition(!isSorted, "a sort that is read takes no more records")
        if buffer.size(with: payload.count) > bufferSize, !buffer.isEmpty,
            let directory = space.directory
        {
            try spill(to: directory)
        }
        guard buffer.add(key, payload) else { throw .sortTooLarge }
        count += 1
    }

    /// Says that no more records come: what is in a file needs no memory until
    /// it is read.
    func close() throws(SQLiteError) {
        guard !isSorted else { return }
        if let file {
            try spill(to: file)
            try awaitWriting()
            file.endWriting()
            buffer = SortBuffer(size: 1)
        } else {
            buffer.sort()
        }
        isSorted = true
    }

    /// The records in order; may be asked for again.
    func sorted() throws(SQLiteError) -> SortedRecords {
        try close()
        guard let file else { return SortedRecords(buffer) }
        return try SortedRecords(file)
    }

    /// Hands the buffer to another thread, and takes the one that is back.
    private func spill(to directory: String) throws(SQLiteError) {
        guard let file else {
            let opened = try SortFile(directory: directory)
            file = opened
            return try spill(to: opened)
        }
        try spill(to: file)
    }

    private func spill(to file: SortFile) throws(SQLiteError) {
        guard !buffer.isEmpty else { return }
        let free = try awaitWriting() ?? SortBuffer(size: bufferSize)
        let full = buffer
        buffer = free
        writing = SideWork {
            Result { () throws(SQLiteError) in
                full.sort()
                try full.write(to: file)
                full.removeAll()
                return full
            }
        }
    }

    @discardableResult
    private func awaitWriting() throws(SQLiteError) -> SortBuffer? {
        defer { writing = nil }
        return try writing?.result().get()
    }
}

extension SQLiteError {
    fileprivate static let sortTooLarge = SQLiteError(
        .noMemory, message: "there is more to sort than memory can hold")
}
