import CinemaCommandLine

/// An importer that tells what it is given to tell, then ends as it is given to.
struct StubImporter: CatalogImporting {
    var steps: [ImportProgress] = []
    var ending: Result<ImportResult, ImportFailure> = .success(
        ImportResult(films: 0, people: 0, genres: 0))

    func importFiles(
        _ files: [String], into target: String, replacing: Bool,
        progress: @escaping @Sendable (ImportProgress) -> Bool
    ) async throws(ImportFailure) -> ImportResult {
        for step in steps {
            guard progress(step) else { throw ImportFailure(.interrupted) }
        }
        return try ending.get()
    }
}
