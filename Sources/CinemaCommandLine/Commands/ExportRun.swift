import CinemaClient
import CinemaCore
import CinemaTUI

/// One export, from its file to its last line.
final class ExportRun {
    let request: ExportRequest
    let console: Console
    let services: CommandServices
    let catalog: any Catalog
    let query: FilmQuery
    /// Nil for standard output.
    let file: ExportFile?
    var walk: ExportWalk
    private var json = JSONWriter()
    /// Films that were there before, and that are there now.
    var former = 0
    var written = 0
    let begin: Duration

    /// How long a server that does not answer is left alone each time: a bit
    /// longer than it is known to be away.
    private static let pauses: [Duration] = [.seconds(6), .seconds(12), .seconds(24)]

    init(
        _ request: ExportRequest, _ query: FilmQuery, _ console: Console,
        _ services: CommandServices
    ) async throws(CommandFailure) {
        self.request = request
        self.query = query
        self.console = console
        self.services = services
        do throws(ExportRefusal) {
            file = try request.target.map { path throws(ExportRefusal) in
                try ExportFile.open(
                    path, replaces: request.replaces, resumes: request.resumes)
            }
        } catch {
            throw .exporting("\(ExportCommand.name): \(error.sentence)", .finished(.wrongUsage))
        }
        do throws(CatalogError) {
            catalog = try await services.catalog(request.source)
        } catch {
            if let file, file.isEmpty { file.discard() }
            throw .catalog(error)
        }
        walk = ExportWalk(query, in: catalog)
        begin = services.now()
    }

    func carryOut() async throws(CommandFailure) {
        do throws(CommandFailure) {
            if let file, !file.isEmpty { try await resume(file) }
            try await sayRescue()
            try await writeAll()
        } catch {
            // What holds nothing is no unfinished export.
            if let file, file.isEmpty { file.discard() }
            throw error
        }
        try finish()
    }

    // MARK: Writing

    private func writeAll() async throws(CommandFailure) {
        let line = MakingProgressLine(console: progressConsole, now: services.now)
        defer { line.erase() }
        var isFirst = true
        while true {
            if let number = services.interruption.received() { throw interrupted(number) }
            guard let next = try await nextFilms(line) else { break }
            switch next {
            case .failure(let change):
                line.erase()
                throw stopped(
                    """
                    the catalogue changed while it was read: \(change.sentence); say --replace to \
                    begin anew
                    """, .finished(.invalidAnswer))
            case .success(let films):
                if isFirst { try checkFilters() }
                isFirst = false
                try write(films)
                line.show(progress)
            }
        }
        guard walk.count > 0 else {
            let what =
                request.query.isEmpty
                ? "the catalogue has no films" : "no films match \(Quotation.short(request.query))"
            throw .nothingFound(what)
        }
    }

    private func nextFilms(
        _ line: MakingProgressLine
    ) async throws(CommandFailure) -> Result<[Film], ExportWalk.Change>? {
        var walk = walk
        defer { self.walk = walk }
        return try await patiently(beside: line) { () async throws(CatalogError) in
            try await walk.next()
        }
    }

    private func write(_ films: [Film]) throws(CommandFailure) {
        for film in films {
            film.write(to: &json)
            json.newline()
        }
        let bytes = json.takeBytes()
        guard let file else {
            return try CommandFailure.printing { () throws(OutputFailure) in
                try console.output.write(bytes)
                try console.output.flush()
            }
        }
        do throws(OutputFailure) {
            try file.append(bytes)
            written += films.count
        } catch {
            let cause = if case .failed(let words) = error { words } else { "it was closed" }
            throw stopped("\(file.partial) cannot be written: \(cause)", .finished(.wrongUsage))
        }
    }

    private func finish() throws(CommandFailure) {
        if let parts = walk.origin.map({ Texts.english.origin($0, isShort: false) }),
            !parts.isEmpty
        {
            console.say(parts.joined(separator: "; "))
        }
        guard let file, let target = request.target else { return }
        if let reason = file.finish() {
            throw stopped("\(target) cannot be made: \(reason)", .finished(.wrongUsage))
        }
        let films = EnglishText.counted(walk.count, "film", "films")
        let seconds = Int(((services.now() - begin) / .milliseconds(100)).rounded())
        console.say("exported \(films) into \(target) in \(seconds / 10).\(seconds % 10) s")
    }

    // MARK: Patience

    /// Asks again where a server does not answer or is busy.
    func patiently<Answer>(
        beside line: MakingProgressLine? = nil, _ ask: () async throws(CatalogError) -> Answer
    ) async throws(CommandFailure) -> Answer {
        var pauses = Self.pauses[...]
        while true {
            do throws(CatalogError) {
                return try await ask()
            } catch {
                if let number = services.interruption.received() { throw interrupted(number) }
                let isAway = error.kind == .unavailable || error.kind == .busy
                // One that was never reached fails as it does everywhere.
                guard isAway, walk.count > 0, let pause = pauses.popFirst() else {
                    throw stopped(error.sentence, CommandFailure.outcome(of: error.kind))
                }
                line?.erase()
                console.say(
                    "\(error.sentence); trying again in \(Int(pause / .seconds(1))) s")
                await services.pause(pause)
                if let number = services.interruption.received() { throw interrupted(number) }
            }
        }
    }

}
