internal import CFilms

/// Films as lines of JSON that are in memory, plain or gzip, and a checksum
/// that tells one edition of them from another.
struct FilmData: Sendable {
    private let lines: @Sendable () -> LineReader
    private let size: Int
    let checksum: UInt32

    /// The films that are in the program (Sources/Bindings/CFilms).
    ///
    /// Their checksum ends the compressed data (RFC 1952): CRC-32 of the lines
    /// themselves, without reading them.
    static let program = FilmData(
        size: cfilms_length(),
        checksum: cfilms_length() < 8
            ? 0
            : UInt32(
                littleEndian: UnsafeRawPointer(cfilms_bytes() + cfilms_length() - 8)
                    .loadUnaligned(as: UInt32.self))
    ) {
        LineReader(
            memory: UnsafeRawBufferPointer(start: cfilms_bytes(), count: cfilms_length()),
            name: "film data")
    }

    init(size: Int, checksum: UInt32, lines: @escaping @Sendable () -> LineReader) {
        self.size = size
        self.checksum = checksum
        self.lines = lines
    }

    /// Eight hexadecimal digits.
    var checksumText: String {
        let digits = String(checksum, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    private static let provenance = "Wikidata, CC0-1.0, by way of bokeh_sampledata 2026.1"

    /// Writes the films as a catalogue into an empty database.
    func fill(
        _ connection: Connection, _ progress: @escaping (Double) -> Void = { _ in }
    ) throws(SQLiteError) {
        // In memory, which these films need little of: a temporary catalogue
        // may have no place for files.
        let loader = CatalogLoader(.memory)
        try read(into: loader, progress)
        try loader.load(into: connection, provenance: Self.provenance) { (share) in
            progress(0.4 + 0.6 * share)
        }
    }

    /// Reads a batch of films on another thread while the one before it is
    /// packed here.
    private func read(
        into loader: CatalogLoader, _ progress: (Double) -> Void
    ) throws(SQLiteError) {
        let batches = Guarded(FilmBatches(lines()))
        var pending = SideWork { batches.withLock { $0.next() } }
        while true {
            guard let batch = pending.result() else { throw .unreadableData }
            guard !batch.films.isEmpty else { break }
            pending = SideWork { batches.withLock { $0.next() } }
            for film in batch.films { try loader.add(film) }
            // Reading is the first two fifths of the work.
            progress(Double(batch.bytesRead) / Double(max(1, size)) * 0.4)
        }
    }
}

/// Films from lines of JSON, some at a time.
private struct FilmBatches {
    struct Batch: Sendable {
        var films: [FilmRecord] = []
        /// How much of the source was read so far.
        var bytesRead: Int64 = 0
    }

    private static let size = 512

    private let lines: LineReader
    private let document = JSONDocument()
    private var records = FilmRecordReader()

    init(_ lines: LineReader) { self.lines = lines }

    /// The next films, none at the end; nil where one cannot be read.
    mutating func next() -> Batch? {
        var batch = Batch()
        batch.films.reserveCapacity(Self.size)
        do {
            while batch.films.count < Self.size, let line = try lines.next() {
                guard case .text(let bytes) = line.content,
                    let film = records.film(try document.parse(bytes))
                else { return nil }
                batch.films.append(film)
            }
        } catch {
            return nil
        }
        batch.bytesRead = lines.bytesRead
        return batch
    }
}

extension SQLiteError {
    /// The program itself is damaged.
    fileprivate static let unreadableData = SQLiteError(
        .error, message: "the program's film data cannot be read")
}
