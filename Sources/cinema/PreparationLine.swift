import Glibc
import Synchronization

/// One line on standard error while the catalogue is made for the first time;
/// only if that takes longer than half a second.
final class PreparationLine: Sendable {
    private struct State {
        var isDrawn = false
        var nextUpdate: ContinuousClock.Instant
    }

    private let isShown: Bool
    private let state: Mutex<State>

    init(isShown: Bool) {
        self.isShown = isShown
        state = Mutex(State(nextUpdate: .now + .milliseconds(500)))
    }

    @Sendable func show(_ share: Double) {
        guard isShown else { return }
        state.withLock { state in
            if share >= 1 {
                if state.isDrawn { write("\r\u{1b}[K") }
                state.isDrawn = false
                return
            }
            guard ContinuousClock.now >= state.nextUpdate else { return }
            state.nextUpdate = .now + .milliseconds(100)
            state.isDrawn = true
            write("\rPreparing the catalogue, once: \(Int(share * 100)) %")
        }
    }

    private func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }
}
