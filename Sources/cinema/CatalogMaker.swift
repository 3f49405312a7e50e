import CinemaClient
import CinemaCommandLine

/// Lets the command line make catalogues.
struct FilmImporter: CatalogImporting {
    func importFiles(
        _ files: [String], into target: String, replacing: Bool,
        progress: @escaping @Sendable (ImportProgress) -> Bool
    ) async throws(ImportFailure) -> ImportResult {
        do throws(CatalogImportError) {
            let report = try await CatalogImport.run(
                sources: files, into: target, replacing: replacing
            ) { step in
                progress(
                    ImportProgress(
                        step.stage == .reading ? .reading : .writing, films: step.films,
                        fraction: step.fraction))
            }
            return ImportResult(
                films: report.films, people: report.people, genres: report.genres,
                problems: report.problems.map(\.sentence), problemCount: report.problemCount)
        } catch {
            throw ImportFailure(kind(error), sentence: error.sentence)
        }
    }

    private func kind(_ error: CatalogImportError) -> ImportFailure.Kind {
        switch error.kind {
        case .nothingReadable, .damaged: .nothingRead
        case .stopped: .interrupted
        case .targetExists, .cannotRead, .cannotWrite: .wrongUsage
        }
    }
}
