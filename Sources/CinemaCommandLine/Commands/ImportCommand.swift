/// Makes a catalogue out of files and tells how it goes.
struct ImportCommand {
    let console: Console
    let services: CommandServices

    /// The most problems that are told one by one.
    static let mostProblems = 20

    func run(_ request: ImportRequest) async throws(CommandFailure) {
        let making = CatalogMakingRun(
            console: console, services: services, command: "cinema catalogue import")
        let (result, duration) = try await making { progress throws(MakingFailure) in
            try await services.maker.importFiles(
                request.files, into: request.target, replacing: request.replaces,
                progress: progress)
        }
        result.problems.prefix(Self.mostProblems).forEach(console.say)
        let more = result.problemCount - Self.mostProblems
        if more > 0 {
            console.say("and \(EnglishText.counted(more, "more problem", "more problems"))")
        }
        console.say(
            making.sentence("imported", result, target: request.target, duration: duration))
    }
}
