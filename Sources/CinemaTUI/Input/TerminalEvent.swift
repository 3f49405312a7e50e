/// What a terminal tells the program.
public enum TerminalEvent: Equatable, Sendable {
    case key(Key)
    /// A bracketed paste, as one text; whatever is in it, none of it is a command.
    case paste(String)
    case resize(Size)
    /// The program was suspended and is in the foreground again.
    case resumed
    /// SIGTERM, SIGHUP, SIGINT or the end of the terminal: end at once.
    case terminate(Termination)

    public enum Termination: Equatable, Sendable {
        case interrupted, terminated, hungUp
    }
}
