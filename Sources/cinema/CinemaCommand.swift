import CArguments
import CinemaCommandLine
import CinemaCore
import CinemaTUI
import CursesTerminal
import Glibc

/// The program: reads its arguments and either opens the browser or carries
/// out a command.
@main
enum CinemaCommand {
    static let version = "0.1.0"

    static func main() {
        StandardDescriptors.reserve()
        let environment = Environment.current
        let console = Console.process(
            environment: environment.variables, transliteration: LineCharset.fallback())
        let invocation: CommandInvocation
        do throws(UsageProblem) {
            invocation = CommandLineReader(environment: environment.variables).read(
                try arguments())
        } catch {
            invocation = .problem(error)
        }
        if case .browse(let request) = invocation, console.isTerminal {
            exit(Browse(request, environment: environment).run())
        }
        let services = CommandServices(
            catalog: { (source) async throws(CatalogError) in
                try await CatalogSource(source, environment: environment).open(
                    progress: PreparationLine(isShown: console.showsProgress).show)
            },
            file: { (source) throws(CatalogError) in
                try CatalogSource(source, environment: environment).info()
            },
            importer: FilmImporter(), keys: { KeyTable.lines() }, version: version,
            interruption: .ofProcess)
        CommandRunner(console: console, services: services).runToEnd(invocation).end()
    }

    private static func arguments() throws(UsageProblem) -> [String] {
        guard let values = carguments_values() else { return [] }
        return try ArgumentText.read(
            count: carguments_count(), values: values, program: "cinema")
    }
}
