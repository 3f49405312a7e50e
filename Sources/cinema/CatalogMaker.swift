import CinemaClient
import CinemaCommandLine

/// Lets the command line make catalogues.
struct CatalogMaker: CatalogMaking {
    /// What writing takes of the whole time, measured: an import reads JSON
    /// besides.
    private static let writingAfterReading = 0.6
    private static let writingAfterGenerating = 0.7

    func importFiles(
        _ files: [String], into target: String, replacing: Bool,
        progress: @escaping @Sendable (MakingProgress) -> Bool
    ) async throws(MakingFailure) -> MakingResult {
        do throws(CatalogImportError) {
            return result(
                try await CatalogImport.run(
                    sources: files, into: target, replacing: replacing
                ) { step in progress(Self.progress(step, .reading, Self.writingAfterReading)) })
        } catch {
            throw MakingFailure(kind(error), sentence: error.sentence)
        }
    }

    func generate(
        films: Int, seed: UInt64, into target: String, replacing: Bool,
        progress: @escaping @Sendable (MakingProgress) -> Bool
    ) async throws(MakingFailure) -> MakingResult {
        do throws(CatalogImportError) {
            return result(
                try await CatalogGeneration.run(
                    films: films, seed: seed, into: target, replacing: replacing
                ) { step in
                    progress(Self.progress(step, .generating, Self.writingAfterGenerating))
                })
        } catch {
            throw MakingFailure(kind(error), sentence: error.sentence)
        }
    }

    private static func progress(
        _ step: CatalogImport.Progress, _ first: MakingProgress.Stage, _ writingShare: Double
    ) -> MakingProgress {
        MakingProgress(
            step.stage == .reading ? first : .writing, films: step.films,
            fraction: step.fraction, filmsPerSecond: step.filmsPerSecond,
            writingShare: writingShare)
    }

    private func result(_ report: CatalogImport.Report) -> MakingResult {
        MakingResult(
            films: report.films, people: report.people, genres: report.genres,
            problems: report.problems.map(\.sentence), problemCount: report.problemCount)
    }

    private func kind(_ error: CatalogImportError) -> MakingFailure.Kind {
        switch error.kind {
        case .nothingReadable, .damaged: .nothingRead
        case .stopped: .interrupted
        case .targetExists, .cannotRead, .cannotWrite: .wrongUsage
        }
    }
}
