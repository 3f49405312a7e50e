/// Makes a catalogue of films that never were and tells how it goes.
struct GenerateCommand {
    let console: Console
    let services: CommandServices

    func run(_ request: GenerateRequest) async throws(CommandFailure) {
        let making = CatalogMakingRun(
            console: console, services: services, command: "cinema catalogue generate")
        let (result, duration) = try await making { progress throws(MakingFailure) in
            try await services.maker.generate(
                films: request.films, seed: request.seed, into: request.target,
                replacing: request.replaces, progress: progress)
        }
        console.say(
            making.sentence("generated", result, target: request.target, duration: duration))
    }
}
