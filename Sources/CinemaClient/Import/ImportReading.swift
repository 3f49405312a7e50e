/// The first half of an import: reads the films of all sources.
struct ImportReading {
    private(set) var builder = CatalogBuilder()
    private(set) var report = CatalogImport.Report()

    private let paths: [String]
    private let progress: CatalogImport.ProgressHandler
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var bytesBefore: Int64 = 0
    private var totalBytes: Int64?
    private var lines = 0
    private var isStopped = false

    init(paths: [String], progress: @escaping CatalogImport.ProgressHandler) {
        self.paths = paths
        self.progress = progress
        start = clock.now
    }

    mutating func readAll() throws(CatalogImportError) {
        do throws(LineReaderError) {
            totalBytes = try total()
            for path in paths where !isStopped { try read(path) }
            builder.close()
        } catch {
            throw CatalogImportError(
                error.meansDamage ? .damaged : .cannotRead, sentence: "\(error)")
        }
        if isStopped { throw .stopped }
    }

    /// The size of all sources; nil if one does not tell.
    private func total() throws(LineReaderError) -> Int64? {
        var total: Int64 = 0
        // Opened one by one, so that a missing one is told at once; standard
        // input can be opened once only.
        for path in paths {
            guard path != "/dev/stdin", let size = try ByteSource(path: path).totalCount else {
                return nil
            }
            total += size
        }
        return total
    }

    private mutating func read(_ path: String) throws(LineReaderError) {
        let reader = try LineReader(path: path)
        let document = JSONDocument()
        var records = FilmRecordReader()
        /// The id that a line of the bulk format gives the film behind it.
        var nextID: String?
        while let line = try reader.next() {
            lines += 1
            switch line.content {
            case .tooLong(let length):
                skip(path, line.number, "the line has \(length) bytes")
            case .text(let bytes) where !bytes.allSatisfy(Self.isBlank):
                do throws(JSONError) {
                    let value = try document.parse(bytes)
                    if let id = Self.bulkAction(value) {
                        nextID = id
                    } else {
                        add(value, nextID, &records, path, line.number)
                        nextID = nil
                    }
                } catch {
                    skip(path, line.number, "byte \(error.offset + 1): \(error.message)")
                }
            case .text: break
            }
            if lines % 256 == 0, !tellReading(reader) {
                isStopped = true
                return
            }
        }
        isStopped = !tellReading(reader)
        bytesBefore += reader.bytesRead
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// The id of an action line of the bulk format, perhaps empty; nil for
    /// anything else.
    private static func bulkAction(_ value: JSONValue) -> String? {
        guard value.kind == .object, value.count == 1,
            let action = value["index"] ?? value["create"], action.kind == .object
        else { return nil }
        return action["_id"]?.text ?? ""
    }

    private mutating func add(
        _ value: JSONValue, _ id: String?, _ records: inout FilmRecordReader, _ path: String,
        _ line: Int
    ) {
        guard var film = records.film(value) else {
            skip(path, line, records.problems.last ?? "not a film")
            return
        }
        for problem in records.problems { note(path, line, problem) }
        if film.id == nil, let id, !id.isEmpty { film.id = id }
        if builder.add(film) {
            report.replacedFilms += 1
            note(path, line, "id: the film takes the place of an earlier one")
        }
    }

    private mutating func skip(_ path: String, _ line: Int, _ cause: String) {
        report.skippedLines += 1
        note(path, line, cause)
    }

    private mutating func note(_ path: String, _ line: Int, _ cause: String) {
        report.problemCount += 1
        guard report.problems.count < CatalogImport.Report.mostProblems else { return }
        report.problems.append(ImportProblem(source: path, line: line, cause: cause))
    }

    func nothingReadable(in sources: [String]) -> String {
        let names = sources.map { $0 == "-" ? "standard input" : $0 }.joined(separator: ", ")
        guard let first = report.problems.first else { return "\(names): there are no lines" }
        return "\(names): none of \(lines) lines is a film; the first: \(first.sentence)"
    }

    private func tellReading(_ reader: LineReader) -> Bool {
        let bytes = bytesBefore + reader.bytesRead
        let fraction = totalBytes.map { Double(bytes) / Double(max(1, $0)) }
        return tell(.reading, bytes: bytes, fraction: fraction)
    }

    func tellWriting(_ fraction: Double) -> Bool {
        tell(.writing, bytes: bytesBefore, fraction: fraction)
    }

    private func tell(
        _ stage: CatalogImport.Progress.Stage, bytes: Int64, fraction: Double?
    ) -> Bool {
        let (seconds, attoseconds) = (clock.now - start).components
        let elapsed = Double(seconds) + Double(attoseconds) / 1e18
        return progress(
            CatalogImport.Progress(
                stage: stage, films: builder.films, bytesRead: bytes, totalBytes: totalBytes,
                fraction: fraction, filmsPerSecond: Double(builder.films) / max(elapsed, 0.001)))
    }
}
