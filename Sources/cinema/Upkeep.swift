import CinemaClient
import CinemaCommandLine
import CinemaConfiguration
import CinemaCore
import CinemaTUI
import CurlHTTP
import CursesTerminal
import Glibc

/// Looks at everything that the program stands on.
struct Upkeep: Sendable {
    let environment: Environment
    let chooser: SourceChooser

    /// What the doctor is to know when a source is in use.
    @Sendable func facts(_ choice: SourceChoice) async -> DoctorFacts {
        let terminal = TerminalInspection()
        let configuration = chooser.configuration()
        return DoctorFacts(
            terminal: TerminalFacts(
                requested: environment.variables["TERM"], description: terminal.type?.name,
                colors: terminal.colors, columns: terminal.size?.columns,
                rows: terminal.size?.rows),
            charset: CharsetFacts(
                locale: TerminalEnvironment.current.characterLocale, charset: terminal.charset),
            places: places,
            configuration: ConfigurationFacts(
                path: configuration.path, isThere: configuration.isThere,
                sources: configuration.sources.count,
                errors: configuration.errors.map(\.sentence),
                warnings: configuration.warnings.map(\.sentence)),
            curlVersion: CurlVersion.installed, source: await source(choice))
    }

    private var places: [PlaceFacts] {
        [
            place("catalogues", environment.dataDirectory),
            place("history", environment.stateDirectory),
            place("answers and copies of remote sources", environment.cacheDirectory),
        ]
    }

    private func place(_ purpose: String, _ path: String?) -> PlaceFacts {
        guard let path else { return PlaceFacts(purpose: purpose, path: nil) }
        let usage = DiskUsage(of: path)
        return PlaceFacts(
            purpose: purpose, path: path, isThere: usage.isThere,
            isWritable: usage.isWritable, bytes: usage.bytes)
    }

    private func source(_ choice: SourceChoice) async -> SourceFacts {
        do throws(CatalogError) {
            let source = try chooser.choose(choice).source
            if case .remote(let server, let options) = source {
                return .remote(await RemoteSource.report(server, options))
            }
            var name = source.identity
            if name == "embedded:" { name = EmbeddedCatalog.name }
            do throws(CatalogError) {
                let catalog = try await source.open(progress: { _ in })
                return .local(name: name, .success(try await catalog.summary()))
            } catch {
                return .local(name: name, .failure(error))
            }
        } catch {
            return .unusable(error)
        }
    }

    /// What is kept of a remote source, or of all.
    @Sendable func kept(_ source: String?) throws(CatalogError) -> [KeptSource] {
        guard let cache = environment.cacheDirectory else { return [] }
        let all = KeptSource.all(in: cache)
        guard let source else { return all }
        // What is kept may have lost its place in the configuration.
        let named = all.filter { $0.name == source }
        if !named.isEmpty { return named }
        guard case .remote(let server, _) = try chooser.choose(SourceChoice(source)).source else {
            return []
        }
        return all.filter { $0.name == server.name && $0.addresses == server.addresses }
    }

    /// What is in force, as lines.
    @Sendable func configuration(_ choice: SourceChoice) throws(CatalogError) -> [String] {
        let configuration = chooser.configuration()
        // Its errors are the reader's business here as everywhere.
        _ = try configuration.selection(nil)
        if let text = choice.text { _ = try configuration.selection(text) }
        let variable = environment.variables["CINEMA_SOURCE"]
        return configuration.lines(
            chosen: choice.text,
            from: choice.text == variable ? "CINEMA_SOURCE" : "--source"
        ) { environment.variables[$0] }
    }
}
