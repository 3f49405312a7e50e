/// Makes a catalogue file from films as lines of JSON.
///
/// All or nothing: the file appears whole at its place or not at all, and
/// what was there before stays until then. Memory hardly grows with the number
/// of films: what does not fit is sorted in files without a name beside the
/// target (`CatalogLoader`).
public enum CatalogImport {
    /// Told how far it is; once it returns false the import ends as soon as it
    /// can, with nothing changed.
    public typealias ProgressHandler = @Sendable (Progress) -> Bool

    /// How far an import is.
    public struct Progress: Hashable, Sendable {
        public enum Stage: Hashable, Sendable {
            case reading
            case writing
        }

        public var stage: Stage
        /// Films read so far.
        public var films: Int
        /// From 0 to 1 within the stage; nil where that cannot be known.
        public var fraction: Double?
        public var filmsPerSecond: Double
    }

    /// What an import did.
    public struct Report: Hashable, Sendable {
        public var films = 0
        public var people = 0
        public var genres = 0
        /// Lines that hold no film.
        public var skippedLines = 0
        /// Films whose place a later one with the same id took.
        public var replacedFilms = 0
        /// Everything that could not be read, skipped lines included.
        public var problemCount = 0
        /// The first of them.
        public var problems: [ImportProblem] = []

        /// As many problems are kept in `problems`.
        public static let mostProblems = 20
    }

    /// Reads films from `sources` and writes them as a catalogue at `target`.
    ///
    /// A source is a file, plain or gzip, a directory of such files, or `-`
    /// for standard input. Of films with one id the last counts.
    public static func run(
        sources: [String], into target: String, replacing: Bool = false,
        progress: @escaping ProgressHandler = { _ in true }
    ) async throws(CatalogImportError) -> Report {
        let outcome = await BackgroundWork().run {
            Result { () throws(CatalogImportError) in
                try importFilms(sources, into: target, replacing: replacing, progress)
            }
        }
        return try outcome.get()
    }

    private static func importFilms(
        _ sources: [String], into target: String, replacing: Bool,
        _ progress: @escaping ProgressHandler
    ) throws(CatalogImportError) -> Report {
        let target = try CatalogTarget(target, replacing: replacing)
        let paths = try ImportSources.paths(sources)
        var reading = ImportReading(paths: paths, target.space, progress: progress)
        try reading.readAll(of: sources)
        let provenance = "imported from " + paths.joined(separator: ", ")
        let counts = try target.write(reading.loader, provenance: provenance) { [reading] share in
            reading.tellWriting(share)
        }
        return reading.report(counts)
    }
}
