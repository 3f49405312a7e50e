import CinemaTUI
import CursesTerminal
import Synchronization

/// Carries the progress of the catalogue's making to the program, from the
/// thread that makes it, ten times a second and not in the first half second.
final class PreparationRelay: Sendable {
    private struct State {
        var program: Program?
        var nextUpdate: ContinuousClock.Instant
    }

    private let executor: TerminalLoop
    private let state: Mutex<State>

    init(executor: TerminalLoop) {
        self.executor = executor
        state = Mutex(State(nextUpdate: .now + .milliseconds(500)))
    }

    func listen(_ program: Program) { state.withLock { $0.program = program } }

    @Sendable func tell(_ share: Double) {
        let program: Program? = state.withLock { state in
            guard ContinuousClock.now >= state.nextUpdate else { return nil }
            state.nextUpdate = .now + .milliseconds(100)
            return state.program
        }
        guard let program else { return }
        Task(executorPreference: executor) { await program.receive(.preparing(share)) }
    }
}
