/// How the browser ended; the exit code is made of it.
public enum Outcome: Equatable, Sendable {
    case quit
    /// C-c or SIGINT: exit code 130.
    case interrupted
    /// SIGTERM: exit code 143.
    case terminated
    /// SIGHUP or the end of the terminal: exit code 129.
    case hungUp
}
