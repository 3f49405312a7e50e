import CinemaCommandLine

/// A maker that tells what it is given to tell, then ends as it is given to.
struct StubMaker: CatalogMaking {
    var steps: [MakingProgress] = []
    var ending: Result<MakingResult, MakingFailure> = .success(
        MakingResult(films: 0, people: 0, genres: 0))

    func importFiles(
        _ files: [String], into target: String, replacing: Bool,
        progress: @escaping @Sendable (MakingProgress) -> Bool
    ) async throws(MakingFailure) -> MakingResult {
        for step in steps {
            guard progress(step) else { throw MakingFailure(.interrupted) }
        }
        return try ending.get()
    }

    func generate(
        films: Int, seed: UInt64, into target: String, replacing: Bool,
        progress: @escaping @Sendable (MakingProgress) -> Bool
    ) async throws(MakingFailure) -> MakingResult {
        try await importFiles([], into: target, replacing: replacing, progress: progress)
    }
}
