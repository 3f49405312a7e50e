internal import CNCurses
import CinemaTUI
import Glibc

/// One run of a program: everything pending is applied, then one frame drawn.
struct TerminalRun<Program: TerminalProgram> {
    private let loop: TerminalLoop
    private let program: Program
    private let session: TerminalSession
    private let clock = MonotonicClock()
    /// Decoded but not yet handed to the program.
    private var backlog: ArraySlice<TerminalEvent> = []
    /// What signals brought: it overtakes any amount of typed keys.
    private var urgent: ArraySlice<TerminalEvent> = []
    private var hasEnded = false

    /// How long a flood of input may keep the screen from being drawn.
    private static var patience: Int { 30 }
    /// How long an answer is waited for that usually comes at once.
    private static var replyPatience: Int { 4 }
    /// How long rows that are there wait for the numbers beside them.
    private static var numbersPatience: Int { 2 }
    /// How long the first answers are waited for: an empty screen first would
    /// be drawn twice.
    private static var startPatience: Int { 30 }

    init(loop: TerminalLoop, program: Program, session: TerminalSession) {
        self.loop = loop
        self.program = program
        self.session = session
    }

    mutating func untilDone() -> Outcome {
        let start = clock.now
        program.assumeIsolated { $0.start(at: start) }
        _ = loop.runJobs()
        var patience = Self.startPatience
        while true {
            if let outcome = outcome() { return outcome }
            awaitReply(patience)
            patience = Self.replyPatience
            if let outcome = outcome() { return outcome }
            program.assumeIsolated { $0.present() }
            while !applyPending() {}
        }
    }

    private var isIdle: Bool { backlog.isEmpty && urgent.isEmpty }

    /// Once the terminal has ended there is nothing left to run for, whatever
    /// the program says.
    private func outcome() -> Outcome? {
        let outcome = program.assumeIsolated { $0.outcome }
        return outcome ?? (hasEnded && isIdle ? .hungUp : nil)
    }

    /// Sleeps until something happens and applies all of it, but stops in time
    /// for a frame. False where nothing was applied.
    private mutating func applyPending() -> Bool {
        var readiness = wait(for: timeout())
        let deadline = clock.now.advanced(by: Self.patience)
        var hasApplied = false
        while true {
            // Signals first, so that no amount of input keeps one waiting.
            if readiness.hasSignals { readSignals() }
            if readiness.hasJobs { cncurses_counter_clear(loop.jobDescriptor) }
            if readiness.hasInput && backlog.isEmpty { readInput() }
            let hasActed = applyEvents(until: deadline)
            // Before the jobs, so that what they schedule counts from now.
            let hasTicked = resolveTimers()
            let hasWorked = loop.runJobs()
            hasApplied = hasApplied || hasActed || hasWorked || hasTicked
            if outcome() != nil { return true }
            if hasApplied && clock.now >= deadline { return true }
            readiness = wait(for: 0)
            if readiness.isNone && isIdle && !loop.hasJobs { return hasApplied }
        }
    }

    /// Hands the backlog to the program, event by event, as one of them may
    /// take milliseconds.
    private mutating func applyEvents(until deadline: Moment) -> Bool {
        var hasActed = false
        while true {
            // Before every event: one that suspends brings some of its own.
            urgent += session.screen.takeEvents()
            guard let event = urgent.popFirst() ?? backlog.popFirst() else { return hasActed }
            let now = clock.now
            program.assumeIsolated { $0.handle(event, at: now) }
            hasActed = true
            if now >= deadline || outcome() != nil { return hasActed }
        }
    }

    private mutating func readInput() {
        var events: [TerminalEvent] = []
        if !session.input.read(into: &events, at: clock.now) {
            hasEnded = true
            events.append(.terminate(.hungUp))
        }
        backlog += events
    }

    /// Lets whatever waits for a time act if the time has come.
    private mutating func resolveTimers() -> Bool {
        let now = clock.now
        var events: [TerminalEvent] = []
        session.input.resolve(at: now, into: &events)
        backlog += events
        let isDue = program.assumeIsolated { program in
            let isDue = program.nextWake.map { $0 <= now } ?? false
            program.advance(to: now)
            return isDue
        }
        return isDue
    }

    private mutating func readSignals() {
        while true {
            switch cncurses_signals_next(loop.signalDescriptor) {
            case 0: return
            case SIGWINCH: session.screen.updateSize()
            case SIGTSTP: session.screen.suspendProcess()
            // Stopped by SIGSTOP: the shell has had the terminal meanwhile.
            case SIGCONT: session.screen.resume()
            case SIGINT: urgent.append(.terminate(.interrupted))
            case SIGHUP: urgent.append(.terminate(.hungUp))
            default: urgent.append(.terminate(.terminated))
            }
        }
    }

    /// Waits a little for an answer that is under way, so that a key costs one
    /// frame, not two. A further key ends the wait.
    private func awaitReply(_ patience: Int) {
        let start = clock.now
        while program.assumeIsolated({ $0.expectsReply }), isIdle {
            let onlyNumbers = program.assumeIsolated { $0.expectsNumbersOnly }
            let patience = onlyNumbers ? min(patience, Self.numbersPatience) : patience
            let rest = start.milliseconds + patience - clock.now.milliseconds
            guard rest > 0 else { return }
            let readiness = wait(for: loop.hasJobs ? 0 : rest)
            if readiness.hasJobs { cncurses_counter_clear(loop.jobDescriptor) }
            let hasWorked = loop.runJobs()
            if readiness.hasInput || readiness.hasSignals || !(hasWorked || readiness.hasJobs) {
                return
            }
        }
    }

    private func wait(for timeout: Int?) -> Readiness {
        Readiness(
            input: hasEnded ? -1 : session.input.descriptor, signals: loop.signalDescriptor,
            jobs: loop.jobDescriptor, timeout: timeout)
    }

    /// How long the loop may sleep; nil is: until something happens.
    private func timeout() -> Int? {
        if !isIdle || loop.hasJobs { return 0 }
        let wakes = [program.assumeIsolated { $0.nextWake }, session.input.deadline]
        guard let first = wakes.compactMap({ $0 }).min() else { return nil }
        return first.milliseconds - clock.now.milliseconds
    }
}
