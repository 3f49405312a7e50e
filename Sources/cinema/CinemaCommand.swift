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
        let catalogs = OpenCatalogs()
        let services = services(environment, console, catalogs)
        let outcome = CommandRunner(console: console, services: services).runToEnd(invocation)
        catalogs.shutDown()
        outcome.end()
    }

    private static func services(
        _ environment: Environment, _ console: Console, _ catalogs: OpenCatalogs
    ) -> CommandServices {
        let chooser = SourceChooser(environment: environment)
        let upkeep = Upkeep(environment: environment, chooser: chooser)
        return CommandServices(
            catalog: { (choice) async throws(CatalogError) in
                let chosen = try chooser.choose(choice)
                if let notice = chosen.notice { console.say("cinema: \(notice)") }
                let catalog = try await chosen.source.open(
                    progress: PreparationLine(isShown: console.showsProgress).show)
                catalogs.add(catalog)
                return catalog
            },
            file: { (choice) throws(CatalogError) in try chooser.choose(choice).source.info() },
            maker: CatalogMaker(), doctor: upkeep.facts, kept: upkeep.kept,
            configurationPath: { environment.configurationPath },
            configuration: upkeep.configuration, keys: { KeyTable.lines() }, version: version,
            interruption: .ofProcess)
    }

    private static func arguments() throws(UsageProblem) -> [String] {
        guard let values = carguments_values() else { return [] }
        return try ArgumentText.read(
            count: carguments_count(), values: values, program: "cinema")
    }
}
