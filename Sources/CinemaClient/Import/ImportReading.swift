/// The first half of an import: reads the films of all sources, each batch on
/// another thread while the one before it is put by here.
struct ImportReading {
    let loader: CatalogLoader
    private(set) var report = CatalogImport.Report()

    private let paths: [String]
    /// Interrupted before an error is thrown: who lets the batch go that is
    /// being read waits for it, and its source may be silent.
    private let stop = InterruptHandle()
    private let progress: CatalogImport.ProgressHandler
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var problems: [ImportReader.Problem] = []
    private var bytesRead: Int64 = 0
    private var totalBytes: Int64?
    private var lines = 0
    /// Told while they are written as well, when the loader has let them go.
    private var filmsRead = 0

    /// So many lines without a film among them are no films, and may have no
    /// end.
    private static let mostLinesWithoutFilm = 1_000_000

    init(paths: [String], _ space: SortSpace, progress: @escaping CatalogImport.ProgressHandler) {
        self.paths = paths
        self.progress = progress
        loader = CatalogLoader(space)
        start = clock.now
    }

    /// Reads all films; those that it finds unreadable are in the report.
    mutating func readAll(of sources: [String]) throws(CatalogImportError) {
        let reader = ImportReader(paths: paths, stop: stop)
        do throws(LineReaderError) {
            totalBytes = try reader.totalBytes()
        } catch {
            throw CatalogImportError(error)
        }
        let guarded = Guarded(reader)
        var pending = Self.batch(guarded)
        while true {
            while !pending.hasEnded(within: .milliseconds(100)) { try tellReading() }
            let batch: ImportReader.Batch
            do throws(LineReaderError) {
                batch = try pending.result().get()
            } catch {
                throw CatalogImportError(error)
            }
            if !batch.isLast { pending = Self.batch(guarded) }
            try take(batch)
            try tellReading()
            guard !batch.isLast else { break }
            if loader.staged == 0, lines >= Self.mostLinesWithoutFilm { break }
        }
        guard loader.staged > 0 else {
            throw CatalogImportError(.nothingReadable, sentence: nothingReadable(in: sources))
        }
    }

    private static func batch(
        _ reader: Guarded<ImportReader>
    ) -> SideWork<Result<ImportReader.Batch, LineReaderError>> {
        SideWork {
            reader.withLock { reader in
                Result { () throws(LineReaderError) in try reader.next() }
            }
        }
    }

    private mutating func take(_ batch: ImportReader.Batch) throws(CatalogImportError) {
        lines = batch.lines
        bytesRead = batch.bytesRead
        report.skippedLines += batch.skippedLines
        report.problemCount += batch.problemCount
        let room = CatalogImport.Report.mostProblems - problems.count
        problems += batch.problems.prefix(room)
        do throws(SQLiteError) {
            for (film, origin) in batch.films { try loader.add(film, from: origin) }
        } catch {
            stop.interrupt()
            throw CatalogImportError(sorting: error)
        }
    }

    private func nothingReadable(in sources: [String]) -> String {
        let names = sources.map { $0 == "-" ? "standard input" : $0 }.joined(separator: ", ")
        guard let first = problems.first else { return "\(names): there are no lines" }
        return "\(names): none of \(lines) lines is a film; the first: \(told(first).sentence)"
    }

    private func told(_ problem: ImportReader.Problem) -> ImportProblem {
        ImportProblem(
            source: paths[problem.origin.source], line: problem.origin.line, cause: problem.cause)
    }

    /// What the import did, once the catalogue is written.
    func report(_ counts: CatalogLoader.Counts) -> CatalogImport.Report {
        var report = report
        report.films = counts.films
        report.people = counts.people
        report.genres = counts.genres
        report.replacedFilms = counts.replaced
        report.problemCount += counts.replaced
        let replacements = counts.replacements.map { origin in
            ImportReader.Problem(
                origin: origin, cause: "id: the film takes the place of an earlier one")
        }
        // Sorting keeps the order of what one line has.
        let all = (problems + replacements).sorted { $0.origin.isBefore($1.origin) }
        report.problems = all.prefix(CatalogImport.Report.mostProblems).map(told)
        return report
    }

    private mutating func tellReading() throws(CatalogImportError) {
        let fraction = totalBytes.map { min(1, Double(bytesRead) / Double(max(1, $0))) }
        filmsRead = loader.staged
        guard tell(.reading, films: filmsRead, fraction: fraction) else {
            stop.interrupt()
            throw .stopped
        }
    }

    /// False if the import is not wanted any more.
    func tellWriting(_ fraction: Double) -> Bool {
        tell(.writing, films: filmsRead, fraction: fraction)
    }

    private func tell(
        _ stage: CatalogImport.Progress.Stage, films: Int, fraction: Double?
    ) -> Bool {
        let elapsed = (clock.now - start) / .seconds(1)
        return progress(
            CatalogImport.Progress(
                stage: stage, films: films, fraction: fraction,
                filmsPerSecond: Double(films) / max(elapsed, 0.001)))
    }
}

extension CatalogImportError {
    fileprivate init(_ error: LineReaderError) {
        self.init(error.meansDamage ? .damaged : .cannotRead, sentence: "\(error)")
    }
}
