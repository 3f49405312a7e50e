import Glibc

/// How a command came to its end.
public enum CommandOutcome: Hashable, Sendable {
    case finished(ExitCode)
    /// By a signal, or as if by one.
    case signalled(Int32)

    /// Nobody reads the output any more.
    public static let brokenPipe = CommandOutcome.signalled(SIGPIPE)
    public static let interrupted = CommandOutcome.signalled(SIGINT)

    /// What a shell sees in `$?`.
    public var status: Int32 {
        switch self {
        case .finished(let code): code.rawValue
        case .signalled(let number): 128 + number
        }
    }

    /// Ends the process as others expect it to.
    ///
    /// What a signal has ended dies by that signal: a shell then sees 141 or
    /// 130 in `$?` and, unlike after a plain exit, also leaves the loop that
    /// was interrupted (https://www.cons.org/cracauer/sigint.html).
    public func end() -> Never {
        if case .signalled(let number) = self {
            var mask = sigset_t()
            sigemptyset(&mask)
            sigaddset(&mask, number)
            signal(number, SIG_DFL)
            pthread_sigmask(SIG_UNBLOCK, &mask, nil)
            raise(number)
        }
        exit(status)
    }
}
