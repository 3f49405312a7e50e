/// Reads the films of all sources, some at a time.
struct ImportReader {
    /// What some lines hold.
    struct Batch: Sendable {
        var films: [(film: FilmRecord, origin: FilmOrigin)] = []
        var problems: [Problem] = []
        /// Everything that could not be read, whether it is in `problems` or
        /// not, and the lines among it.
        var problemCount = 0
        var skippedLines = 0
        /// Lines so far, and bytes of the sources.
        var lines = 0
        var bytesRead: Int64 = 0
        var isLast = false
    }

    struct Problem: Sendable {
        var origin: FilmOrigin
        var cause: String
    }

    /// As much as takes some 20 ms.
    private static let mostFilms = 512
    private static let mostLines = 4_096

    private let paths: [String]
    private let stop: InterruptHandle
    private var source = 0
    private var lineReader: LineReader?
    private let document = JSONDocument()
    private var records = FilmRecordReader()
    /// What a line of the bulk format says of the document behind it.
    private var action: BulkAction?
    /// Documents of a source that are people or genres, by index: the first
    /// line, and how many.
    private var others: [String: (line: Int, count: Int)] = [:]
    private var batch = Batch()
    private var lines = 0
    private var bytesBefore: Int64 = 0

    /// - Parameter stop: Ends the waiting for a source that is silent.
    init(paths: [String], stop: InterruptHandle) {
        self.paths = paths
        self.stop = stop
    }

    /// The size of all sources; nil if one does not tell.
    func totalBytes() throws(LineReaderError) -> Int64? {
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

    mutating func next() throws(LineReaderError) -> Batch {
        batch = Batch()
        batch.films.reserveCapacity(Self.mostFilms)
        let end = lines + Self.mostLines
        while batch.films.count < Self.mostFilms, lines < end {
            guard try readLine() else {
                batch.isLast = true
                break
            }
        }
        batch.lines = lines
        batch.bytesRead = bytesBefore + (lineReader?.bytesRead ?? 0)
        defer { batch = Batch() }
        return batch
    }

    /// Reads the next line; false behind the last one of the last source.
    private mutating func readLine() throws(LineReaderError) -> Bool {
        while source < paths.count {
            let reader = try openReader()
            if let line = try reader.next() {
                lines += 1
                read(line)
                return true
            }
            bytesBefore += reader.bytesRead
            lineReader = nil
            action = nil
            noteOthers()
            source += 1
        }
        return false
    }

    private mutating func openReader() throws(LineReaderError) -> LineReader {
        if let lineReader { return lineReader }
        let opened = try LineReader(path: paths[source], stop: stop)
        lineReader = opened
        return opened
    }

    private mutating func read(_ line: LineReader.Line) {
        switch line.content {
        case .tooLong(let length):
            skip(line.number, "the line has \(length) bytes")
        case .text(let bytes) where !bytes.allSatisfy(Self.isBlank):
            do throws(JSONError) {
                let value = try document.parse(bytes)
                if let action = BulkAction(value) {
                    // What is to be deleted has no document.
                    self.action = action.kind == .delete ? nil : action
                } else {
                    let documents = IndexDocument.all(of: value, after: action)
                    for document in documents { add(document, line.number) }
                    action = nil
                }
            } catch {
                skip(line.number, "byte \(error.offset + 1): \(error.message)")
            }
        case .text: break
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private mutating func add(_ document: IndexDocument, _ line: Int) {
        if document.isOther {
            batch.skippedLines += 1
            others[document.index ?? "", default: (line, 0)].count += 1
            return
        }
        guard var film = records.film(document.value) else {
            return skip(line, records.problems.last ?? "not a film")
        }
        for problem in records.problems { note(line, problem) }
        if film.id == nil { film.id = document.id }
        batch.films.append((film, FilmOrigin(source: source, line: line)))
    }

    /// Tells of what is no film once for each index.
    private mutating func noteOthers() {
        for (index, other) in others.sorted(by: { $0.value.line < $1.value.line }) {
            let documents = other.count == 1 ? "1 document is" : "\(other.count) documents are"
            note(other.line, "\(documents) of people or genres (the index \(index)), not of films")
        }
        others = [:]
    }

    private mutating func skip(_ line: Int, _ cause: String) {
        batch.skippedLines += 1
        note(line, cause)
    }

    private mutating func note(_ line: Int, _ cause: String) {
        batch.problemCount += 1
        guard batch.problems.count < CatalogImport.Report.mostProblems else { return }
        batch.problems.append(
            Problem(origin: FilmOrigin(source: source, line: line), cause: cause))
    }
}
