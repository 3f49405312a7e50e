/// Makes a catalogue out of files and tells how it goes.
struct ImportCommand {
    let console: Console
    let services: CommandServices

    /// The most problems that are told one by one.
    static let mostProblems = 20

    func run(_ request: ImportRequest) async throws(CommandFailure) {
        services.interruption.watch()
        let received = services.interruption.received
        let line = ImportProgressLine(console: console, now: services.now)
        let start = services.now()
        let result: ImportResult
        do {
            result = try await services.importer.importFiles(
                request.files, into: request.target, replacing: request.replaces
            ) { progress in
                line.show(progress)
                return received() == nil
            }
        } catch {
            line.erase()
            if let number = received() { throw .interrupted(number) }
            throw .importing(error)
        }
        line.erase()
        let duration = services.now() - start
        result.problems.prefix(Self.mostProblems).forEach(console.say)
        let more = result.problemCount - Self.mostProblems
        if more > 0 {
            console.say("and \(EnglishText.counted(more, "more problem", "more problems"))")
        }
        console.say(sentence(result, target: request.target, duration: duration))
    }

    private func sentence(
        _ result: ImportResult, target: String, duration: Duration
    ) -> String {
        let counts = [
            EnglishText.counted(result.films, "film", "films"),
            EnglishText.counted(result.people, "person", "people"),
            EnglishText.counted(result.genres, "genre", "genres"),
        ]
        return "imported \(counts.joined(separator: ", ")) into \(target) in \(seconds(duration)) s"
    }

    /// Seconds with one decimal: `1.5`.
    private func seconds(_ duration: Duration) -> String {
        let tenths = duration / .milliseconds(100)
        let rounded = Int(tenths.rounded())
        return "\(rounded / 10).\(rounded % 10)"
    }
}
