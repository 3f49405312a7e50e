/// Makes a catalogue file of films that never were, for measurements.
///
/// The same number and seed make the same films on every machine. Films come
/// one by one, and memory hardly grows with their number. All or nothing,
/// as an import: the file appears whole at its place or not at all.
public enum CatalogGeneration {
    /// The most films of a catalogue.
    public static let mostFilms = 10_000_000

    /// Writes a catalogue of `films` films at `target`; there is a person to
    /// every two of them.
    ///
    /// Films and bytes are told in `progress` as in an import, the making of
    /// films as its reading.
    public static func run(
        films: Int, seed: UInt64, into target: String, replacing: Bool = false,
        progress: @escaping CatalogImport.ProgressHandler = { _ in true }
    ) async throws(CatalogImportError) -> CatalogImport.Report {
        let outcome = await BackgroundWork().run {
            Result { () throws(CatalogImportError) in
                try generate(films, seed, into: target, replacing: replacing, progress)
            }
        }
        return try outcome.get()
    }

    private static func generate(
        _ films: Int, _ seed: UInt64, into target: String, replacing: Bool,
        _ progress: @escaping CatalogImport.ProgressHandler
    ) throws(CatalogImportError) -> CatalogImport.Report {
        guard (1...mostFilms).contains(films) else {
            throw CatalogImportError(
                .nothingReadable,
                sentence: "\(films) films cannot be made; ask for 1 to \(mostFilms)")
        }
        let target = try CatalogTarget(target, replacing: replacing)
        let pace = GenerationPace(films: films, progress: progress)
        let loader = CatalogLoader(target.space)
        for film in SyntheticFilms(count: films, seed: seed) {
            do throws(SQLiteError) {
                try loader.add(film)
            } catch {
                throw CatalogImportError(sorting: error)
            }
            if loader.staged % 256 == 0, !pace.tellMade(loader.staged) { throw .stopped }
        }
        guard pace.tellMade(films) else { throw .stopped }
        let written = try target.write(
            loader, provenance: "\(films) synthetic films, seed \(seed)",
            tell: { pace.tellWriting($0) })
        var report = CatalogImport.Report()
        report.films = written.films
        report.people = written.people
        report.genres = written.genres
        return report
    }
}
