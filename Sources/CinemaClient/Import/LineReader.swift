import Glibc

/// Reads a text line by line, plain or gzip, whatever its size.
///
/// A line ends with LF or CR LF, or with the text. A line longer than the
/// limit is reported and passed over without being held in memory, unless it
/// has no end within `longestLine`: that is an error. A byte order mark before
/// the first line is passed over too.
///
/// Belongs to one owner.
///
///     let reader = try LineReader(path: path)
///     while let line = try reader.next() {
///         switch line.content {
///         case .text(let bytes): try document.parse(bytes)
///         case .tooLong(let length): report(line.number, length)
///         }
///     }
final class LineReader {
    struct Line {
        enum Content {
            /// The bytes without the end of the line, valid until `next()`.
            case text(UnsafeRawBufferPointer)
            /// The length of a line beyond the limit.
            case tooLong(length: Int64)
        }

        /// Counted from 1, lines that are too long included.
        let number: Int
        let content: Content
    }

    /// Longer than any film with its people.
    static let defaultLimit = 16 * 1024 * 1024

    /// From so many bytes without an end on it is not lines that are read, and
    /// there may be no end at all (/dev/zero).
    static let longestLine = 64 * 1024 * 1024

    private static let chunk = 64 * 1024

    private let stream: ByteStream
    private let limit: Int
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)

    /// Where in the buffer is what has not been handed out.
    private var pending = 0..<0

    /// Up to where no end of line was found.
    private var searched = 0
    private var number = 0

    init(_ source: ByteSource, limit: Int = defaultLimit) {
        stream = ByteStream(source)
        self.limit = limit
    }

    convenience init(
        path: String, limit: Int = defaultLimit, stop: InterruptHandle? = nil
    ) throws(LineReaderError) {
        self.init(try ByteSource(path: path, stop: stop), limit: limit)
    }

    convenience init(bytes: [UInt8], name: String, limit: Int = defaultLimit) {
        self.init(ByteSource(bytes: bytes, name: name), limit: limit)
    }

    /// Reads memory that outlives the reader, such as data in the program.
    convenience init(memory: UnsafeRawBufferPointer, name: String, limit: Int = defaultLimit) {
        self.init(ByteSource(memory: memory, name: name), limit: limit)
    }

    deinit {
        buffer.deallocate()
    }

    /// How much of the file was read, compressed if it is; for progress.
    var bytesRead: Int64 { stream.source.offset }

    /// The size of the file; nil for a pipe and such.
    var totalBytes: Int64? { stream.source.totalCount }

    /// The next line; nil at the end.
    func next() throws(LineReaderError) -> Line? {
        while true {
            if let end = endOfLine() {
                let line = pending.lowerBound..<end
                take(upTo: end + 1)
                return self.line(trimmed(line))
            }
            if pending.count > limit + 1 { return try skipLongLine() }
            guard try fill() else { return lastLine() }
        }
    }

    /// Where the LF is, if it has been read.
    private func endOfLine() -> Int? {
        guard searched < pending.upperBound, let base = buffer.baseAddress else { return nil }
        let start = base + searched
        guard let found = memchr(start, 0x0A, pending.upperBound - searched) else {
            searched = pending.upperBound
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func take(upTo position: Int) {
        pending = position..<pending.upperBound
        searched = position
    }

    private func lastLine() -> Line? {
        guard !pending.isEmpty else { return nil }
        let rest = pending
        take(upTo: rest.upperBound)
        return line(trimmed(rest))
    }

    private func line(_ range: Range<Int>) -> Line {
        number += 1
        guard range.count <= limit else {
            return Line(number: number, content: .tooLong(length: Int64(range.count)))
        }
        let text = UnsafeRawBufferPointer(rebasing: buffer[range])
        return Line(number: number, content: .text(text))
    }

    /// The line without the CR before its LF and the mark before the text.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        if let last = range.last, buffer[last] == 0x0D {
            range = range.lowerBound..<last
        }
        if number == 0, buffer[range].starts(with: [0xEF, 0xBB, 0xBF]) {
            range = range.lowerBound + 3..<range.upperBound
        }
        return range
    }

    /// Drops what there is of a line and reads on to its end.
    private func skipLongLine() throws(LineReaderError) -> Line {
        var length = Int64(0)
        while true {
            if let end = endOfLine() {
                length += Int64(end - pending.lowerBound)
                take(upTo: end + 1)
                break
            }
            length += Int64(pending.count)
            take(upTo: pending.upperBound)
            guard length <= Int64(Self.longestLine) else {
                throw LineReaderError(
                    kind: .endless, name: stream.source.name, offset: stream.source.offset)
            }
            guard try fill() else { break }
        }
        number += 1
        return Line(number: number, content: .tooLong(length: length))
    }

    /// Reads on behind what is pending; false at the end.
    private func fill() throws(LineReaderError) -> Bool {
        makeRoom()
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[pending.upperBound...])
        let count = try stream.read(into: room)
        pending = pending.lowerBound..<pending.upperBound + count
        return count > 0
    }

    private func makeRoom() {
        let unread = UnsafeMutableRawBufferPointer(rebasing: buffer[pending])
        if unread.count > buffer.count / 2 {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: buffer.count * 2, alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(unread))
            buffer.deallocate()
            buffer = larger
        } else if pending.lowerBound > 0, let base = buffer.baseAddress,
            let start = unread.baseAddress
        {
            memmove(base, start, unread.count)
        }
        searched -= pending.lowerBound
        pending = 0..<unread.count
    }
}
