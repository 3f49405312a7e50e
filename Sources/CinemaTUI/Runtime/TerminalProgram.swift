/// What a terminal's loop drives: it hands in events, jobs and the time, and
/// asks for a frame once everything pending has been applied.
///
/// A conforming actor runs on the executor of the loop's thread, so every
/// requirement is called there without waiting (`assumeIsolated`).
public protocol TerminalProgram: Actor {
    /// Asks for what the first screen needs.
    func start(at moment: Moment)

    func handle(_ event: TerminalEvent, at moment: Moment)

    /// Lets every timer act that is due.
    func advance(to moment: Moment)

    /// Draws one frame if anything changed since the last.
    func present()

    /// When the next timer is due; nil means: sleep until something happens.
    var nextWake: Moment? { get }

    /// Whether an answer is under way that usually comes within milliseconds:
    /// the loop then waits for it a little before it draws, so that a key
    /// costs one frame, not two.
    var expectsReply: Bool { get }

    /// Whether all that is expected is numbers, beside rows that are there:
    /// they are worth less of a wait.
    var expectsNumbersOnly: Bool { get }

    /// Set once the program is done; the loop then ends.
    var outcome: Outcome? { get }
}
