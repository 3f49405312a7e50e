import CinemaTUI
import Synchronization

/// One line on standard error that is written over while an import goes on;
/// nothing where that is no terminal.
final class ImportProgressLine: Sendable {
    /// At most ten times a second, however fast the importer is.
    static let pace = Duration.milliseconds(100)

    private struct State {
        /// The columns that are on the screen.
        var shown = 0
        var nextUpdate: Duration?
    }

    private let console: Console
    private let now: @Sendable () -> Duration
    private let state = Mutex(State())

    init(console: Console, now: @escaping @Sendable () -> Duration) {
        self.console = console
        self.now = now
    }

    func show(_ progress: ImportProgress) {
        guard console.showsProgress else { return }
        state.withLock { state in
            let moment = now()
            if let next = state.nextUpdate, moment < next { return }
            state.nextUpdate = moment + Self.pace
            // A line that fills the terminal would wrap and could not be
            // written over.
            let text = FittedText.fit(
                text(progress), width: max(1, console.width - 1), pads: false)
            let columns = DisplayWidth.columns(of: text)
            write("\r" + text + String(repeating: " ", count: max(0, state.shown - columns)))
            state.shown = columns
        }
    }

    /// Takes the line away.
    func erase() {
        state.withLock { state in
            guard state.shown > 0 else { return }
            write("\r" + String(repeating: " ", count: state.shown) + "\r")
            state.shown = 0
        }
    }

    /// `reading: 1,234 films, 34 %`.
    private func text(_ progress: ImportProgress) -> String {
        let films = EnglishText.counted(progress.films, "film", "films")
        let percent = progress.fraction.map { fraction in
            ", \(Int((min(max(fraction, 0), 1) * 100).rounded(.down))) %"
        }
        return "\(progress.stage.rawValue): \(films)\(percent ?? "")"
    }

    /// Standard error that cannot be written to is no reason to fail.
    private func write(_ text: String) {
        try? console.messages.write(console.shown(text).utf8)
        try? console.messages.flush()
    }
}
