import CinemaCore
import CinemaTUI

/// What an export says, and when it is refused.
extension ExportRun {
    /// Progress beside lines on the same terminal would garble both.
    var progressConsole: Console {
        var console = console
        if file == nil && console.isTerminal { console.showsProgress = false }
        return console
    }

    var progress: MakingProgress {
        let seconds = (services.now() - begin) / .seconds(1)
        let fresh = Double(walk.count - former)
        var fraction: Double?
        if case .exact(let total) = walk.total, total > 0 {
            fraction = Double(walk.count) / Double(total)
        }
        return MakingProgress(
            .exporting, films: walk.count, fraction: fraction,
            filmsPerSecond: seconds > 0 ? fresh / seconds : nil)
    }

    func refusal(_ sentence: String) -> CommandFailure {
        .exporting("\(ExportCommand.name): \(sentence)", .finished(.wrongUsage))
    }

    func interrupted(_ number: Int32) -> CommandFailure {
        stopped("interrupted", .signalled(number))
    }

    /// What happened, and where what has been written is.
    func stopped(_ sentence: String, _ outcome: CommandOutcome) -> CommandFailure {
        guard let file, !file.isEmpty else { return .exporting("cinema: \(sentence)", outcome) }
        let films = EnglishText.counted(written, "film is", "films are")
        return .exporting(
            """
            cinema: \(sentence); \(films) in \(file.partial), and the same command with --resume \
            goes on
            """, outcome)
    }

    /// A query that was helped finds what was not typed.
    func sayRescue() async throws(CommandFailure) {
        guard catalog.capabilities.rescues, !query.text.isEmpty else { return }
        let found = try await patiently { [catalog, query] () async throws(CatalogError) in
            try await catalog.rescuedSearch(query, count: 1)
        }
        if let rescue = found.rescue { console.say(Texts.english.rescued(rescue)) }
    }

    /// Films that a filter was not applied to are not what was asked for.
    func checkFilters() throws(CommandFailure) {
        let ignored = walk.origin?.ignored.filter { $0 != "sort" } ?? []
        guard !ignored.isEmpty else { return }
        throw refusal(
            """
            the lists of this source do not tell \(EnglishText.either(ignored)), so that nothing \
            can be filtered by it
            """
        )
    }
}
