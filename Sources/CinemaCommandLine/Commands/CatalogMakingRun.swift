/// One making of a catalogue: shows how far it is, and ends it when a signal
/// comes.
struct CatalogMakingRun {
    let console: Console
    let services: CommandServices
    /// As the user called it, for sentences: `cinema catalogue import`.
    let command: String

    /// The result, and how long it took.
    func callAsFunction(
        _ make:
            (@escaping @Sendable (MakingProgress) -> Bool) async throws(MakingFailure)
            -> MakingResult
    ) async throws(CommandFailure) -> (result: MakingResult, duration: Duration) {
        services.interruption.watch()
        let received = services.interruption.received
        let line = MakingProgressLine(console: console, now: services.now)
        let start = services.now()
        do throws(MakingFailure) {
            let result = try await make { progress in
                line.show(progress)
                return received() == nil
            }
            line.erase()
            return (result, services.now() - start)
        } catch {
            line.erase()
            if let number = received() { throw .interrupted(number) }
            throw .making(command: command, error)
        }
    }

    /// `imported 17,472 films, 1 person, 26 genres into out.sqlite in 1.2 s`.
    func sentence(
        _ verb: String, _ result: MakingResult, target: String, duration: Duration
    ) -> String {
        let counts = [
            EnglishText.counted(result.films, "film", "films"),
            EnglishText.counted(result.people, "person", "people"),
            EnglishText.counted(result.genres, "genre", "genres"),
        ]
        return "\(verb) \(counts.joined(separator: ", ")) into \(target) in \(seconds(duration)) s"
    }

    /// Seconds with one decimal: `1.5`.
    private func seconds(_ duration: Duration) -> String {
        let tenths = duration / .milliseconds(100)
        let rounded = Int(tenths.rounded())
        return "\(rounded / 10).\(rounded % 10)"
    }
}
