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
        _ connection: Connection, _ progress: CatalogWriter.Progress = { _ in }
    ) throws(SQLiteError) {
        let lines = lines()
        var builder = CatalogBuilder()
        var records = FilmRecordReader()
        let document = JSONDocument()
        var told = 0.0
        while let line = try next(lines) {
            guard case .text(let bytes) = line.content,
                let value = try? document.parse(bytes), let film = records.film(value)
            else { throw .unreadableData }
            _ = builder.add(film)
            // Reading is the first two fifths of the work.
            let share = Double(lines.bytesRead) / Double(max(1, size)) * 0.4
            if share >= told + 0.02 {
                told = share
                progress(share)
            }
        }
        try CatalogWriter.write(builder, to: connection, provenance: Self.provenance) {
            progress(0.4 + 0.6 * $0)
        }
    }

    private func next(_ lines: LineReader) throws(SQLiteError) -> LineReader.Line? {
        do throws(LineReaderError) {
            return try lines.next()
        } catch {
            throw .unreadableData
        }
    }
}

extension SQLiteError {
    /// The program itself is damaged.
    fileprivate static let unreadableData = SQLiteError(
        .error, message: "the program's film data cannot be read")
}
