import CinemaCore
import CinemaTUI

/// Carries out what a command line asks for.
public struct CommandRunner: Sendable {
    let console: Console
    let services: CommandServices

    public init(console: Console, services: CommandServices) {
        self.console = console
        self.services = services
    }

    /// Does everything except to open the browser: where that is asked for,
    /// the films that match are printed, as they are in a pipe.
    public func run(_ invocation: CommandInvocation) async -> CommandOutcome {
        do {
            try await carryOut(invocation)
            return .finished(.done)
        } catch {
            error.sentences.forEach(console.say)
            return error.outcome
        }
    }

    private func carryOut(_ invocation: CommandInvocation) async throws(CommandFailure) {
        switch invocation {
        case .browse(let request):
            let search = SearchRequest(
                command: "cinema", source: request.source, kind: .film, query: request.query)
            try await SearchCommand(console: console, services: services).run(search)
        case .search(let request):
            try await SearchCommand(console: console, services: services).run(request)
        case .show(let request):
            try await ShowCommand(console: console, services: services).run(request)
        case .export(let request):
            try await ExportCommand(console: console, services: services).run(request)
        case .importCatalogue(let request):
            try await ImportCommand(console: console, services: services).run(request)
        case .generateCatalogue(let request):
            try await GenerateCommand(console: console, services: services).run(request)
        case .catalogueInfo(let source):
            try await InfoCommand(console: console, services: services).run(source: source)
        case .doctor(let source):
            try await DoctorCommand(console: console, services: services).run(source)
        case .cacheInfo(let source):
            try CacheCommand(console: console, services: services).info(source: source)
        case .cacheClear(let source):
            try CacheCommand(console: console, services: services).clear(source: source)
        case .configurationPath:
            guard let path = services.configurationPath() else {
                throw .nothingFound("HOME is not set, so that there is no configuration")
            }
            try print([SafeText.visible(path)])
        case .configurationPrint(let source):
            let lines: [String]
            do { lines = try services.configuration(source) } catch { throw .catalog(error) }
            try print(lines.map(SafeText.visible))
        case .keys: try print(services.keys())
        case .help(let lines): try print(lines)
        case .version: try print(["cinema \(services.version)"])
        case .problem(let problem): throw .usage(problem)
        }
    }

    private func print(_ lines: [String]) throws(CommandFailure) {
        try CommandFailure.printing { () throws(OutputFailure) in
            for line in lines { try console.print(line) }
            try console.output.flush()
        }
    }
}
