import CinemaClient
import CinemaCommandLine
import CinemaConfiguration
import CinemaCore

/// Finds the catalogue that a command line means. The configuration is read
/// only where that takes it.
struct SourceChooser: Sendable {
    struct Chosen: Sendable {
        var source: CatalogSource
        /// What the reader should know of the configuration.
        var notice: String?
    }

    let environment: Environment
    var userAgent = "cinema/\(CinemaCommand.version)"

    func configuration() -> Configuration {
        Configuration.read(path: environment.configurationPath, home: environment.home)
    }

    /// `isBrowsing`: only the browser stays long enough to copy a catalogue.
    func choose(
        _ choice: SourceChoice, isBrowsing: Bool = false
    ) throws(CatalogError) -> Chosen {
        let isNeeded = Configuration.isNeeded(for: choice.text)
        let configuration = isNeeded ? configuration() : Configuration()
        let selection = try configuration.selection(choice.text)
        return Chosen(
            source: source(selection, choice, isBrowsing: isBrowsing),
            notice: notice(configuration.warnings))
    }

    private func source(
        _ selection: SourceSelection, _ choice: SourceChoice, isBrowsing: Bool
    ) -> CatalogSource {
        switch selection {
        case .embedded: .embedded(directory: environment.dataDirectory)
        case .file(let path): .file(path: path)
        case .remote(let server):
            .remote(server, options(for: server, choice, isBrowsing: isBrowsing))
        }
    }

    private func options(
        for server: SourceConfiguration, _ choice: SourceChoice, isBrowsing: Bool
    ) -> RemoteSource.Options {
        let usesSnapshot = choice.usesSnapshot && server.keepsSnapshot
        return RemoteSource.Options(
            cacheDirectory: environment.cacheDirectory, isOffline: choice.isOffline,
            usesSnapshot: usesSnapshot,
            fetchesSnapshot: usesSnapshot && isBrowsing && !choice.isOffline,
            userAgent: userAgent)
    }

    private func notice(_ warnings: [ConfigurationProblem]) -> String? {
        guard let first = warnings.first else { return nil }
        let more = warnings.count - 1
        return first.sentence + (more > 0 ? " (and \(more) more; cinema doctor lists them)" : "")
    }
}
