import Glibc

/// The signals that concern a terminal. They are read from a descriptor
/// (signalfd(2)) by the terminal's loop, never handled asynchronously.
public enum TerminalSignals {
    static let all: [Int32] = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGINT, SIGHUP]

    /// Blocks them for this thread and those it will make (pthread_sigmask(3)).
    ///
    /// To be called first in `main`: a thread that exists already would keep
    /// taking them, and end the program with the terminal in raw mode.
    public static func block() {
        var set = mask(of: all)
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    static func mask(of signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        return set
    }

    /// Whether a signal waits that asks the program to end.
    static var isEndRequested: Bool {
        var pending = sigset_t()
        guard sigpending(&pending) == 0 else { return false }
        return [SIGTERM, SIGINT, SIGHUP].contains { sigismember(&pending, $0) == 1 }
    }
}
