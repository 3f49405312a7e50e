import CinemaTestSupport

@testable import CinemaClient

/// The catalogue of the program's own films, made once a process: some
/// seconds without optimisation.
enum ProgramFilms {
    private static let opened = Task {
        let directory = try TestDirectory()
        return try await EmbeddedCatalog.open(directory: directory.path)
    }

    static func catalog() async throws -> LocalCatalog { try await opened.value }
}
