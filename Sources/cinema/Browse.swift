import CMalloc
import CinemaClient
import CinemaCommandLine
import CinemaCore
import CinemaTUI
import CursesTerminal
import Glibc

/// Opens the browser and stays until it is left.
struct Browse {
    let request: BrowseRequest
    let environment: Environment

    init(_ request: BrowseRequest, environment: Environment) {
        self.request = request
        self.environment = environment
    }

    /// Runs to the end; returns the exit code.
    func run() -> Int32 {
        // Before any thread exists, so that none of them takes a signal.
        TerminalSignals.block()
        // Readers fill memory in turn: an arena for each would keep it all.
        cmalloc_share_arena()
        do {
            let chosen = try SourceChooser(environment: environment)
                .choose(request.source, isBrowsing: true)
            let source = chosen.source
            let made = try source.openIfMade()
            defer { (made as? any ClosableCatalog)?.shutDown() }
            let loop = try TerminalLoop()
            var terminal = TerminalEnvironment.current
            if !request.usesColor { terminal.forbidsColor = true }
            let session = try TerminalSession.enter(terminal)
            let memory = StateFiles(
                directory: environment.stateDirectory, source: source.identity)
            let state = AppState(
                size: session.screen.size, traits: session.traits, query: request.query,
                queryHistory: memory.queries(), recent: memory.recent(),
                notice: session.type.notice ?? chosen.notice, sourceName: source.name,
                status: source.status)
            let outcome =
                if let made {
                    loop.run(
                        Program(
                            state: state, catalog: made, screen: session.screen, memory: memory,
                            executor: loop), in: session)
                } else {
                    runPreparing(source, state: state, memory: memory, loop: loop, in: session)
                }
            session.leave()
            return exitCode(outcome)
        } catch let error as CatalogError {
            complain(error.sentence)
            return error.kind == .unsupported ? 2 : error.kind == .invalidAnswer ? 4 : 3
        } catch {
            complain("\(error)")
            return 2
        }
    }

    /// Runs while the catalogue is made; its progress is shown once half a
    /// second has gone by.
    private func runPreparing(
        _ source: CatalogSource, state: AppState, memory: StateFiles, loop: TerminalLoop,
        in session: TerminalSession
    ) -> Outcome {
        let relay = PreparationRelay(executor: loop)
        let catalog = PreparedCatalog(source, executor: loop, progress: relay.tell)
        let program = Program(
            state: state, catalog: catalog, screen: session.screen, memory: memory, executor: loop)
        relay.listen(program)
        return loop.run(program, in: session)
    }

    private func complain(_ sentence: String) {
        var line = "cinema: \(SafeText.visible(sentence))\n"
        line.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }

    private func exitCode(_ outcome: Outcome) -> Int32 {
        switch outcome {
        case .quit: 0
        case .interrupted: 130
        case .terminated: 143
        case .hungUp: 129
        }
    }
}
