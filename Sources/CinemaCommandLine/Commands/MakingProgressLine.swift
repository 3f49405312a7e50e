import CinemaTUI
import Synchronization

/// One line on standard error that is written over while a catalogue is made;
/// nothing where that is no terminal.
final class MakingProgressLine: Sendable {
    /// At most ten times a second, however fast the maker is.
    static let pace = Duration.milliseconds(100)

    private struct State {
        var remaining = RemainingTime()
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

    func show(_ progress: MakingProgress) {
        guard console.showsProgress else { return }
        state.withLock { state in
            let moment = now()
            if let next = state.nextUpdate, moment < next { return }
            state.nextUpdate = moment + Self.pace
            // A line that fills the terminal would wrap and could not be
            // written over.
            let text = FittedText.fit(
                text(progress, state.remaining.estimate(done: progress.done, at: moment)),
                width: max(1, console.width - 1), pads: false)
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

    /// `reading: 1,234 films, 34 %, 41,200 films/s, 25 s left`; the share is
    /// that of the whole work.
    private func text(_ progress: MakingProgress, _ left: Duration?) -> String {
        var parts = [EnglishText.counted(progress.films, "film", "films")]
        if let done = progress.done { parts.append("\(Int((done * 100).rounded(.down))) %") }
        if progress.stage != .writing, let rate = progress.filmsPerSecond {
            parts.append("\(EnglishText.grouped(Self.rounded(rate))) films/s")
        }
        if let left { parts.append("\(RemainingTime.text(left)) left") }
        return "\(progress.stage.rawValue): \(parts.joined(separator: ", "))"
    }

    /// To three digits, so that it can be read while it changes.
    private static func rounded(_ rate: Double) -> Int {
        var number = Int(min(max(rate, 0), 1e12))
        var unit = 1
        while number >= 1_000 {
            number /= 10
            unit *= 10
        }
        return number * unit
    }

    /// Standard error that cannot be written to is no reason to fail.
    private func write(_ text: String) {
        try? console.messages.write(console.shown(text).utf8)
        try? console.messages.flush()
    }
}
