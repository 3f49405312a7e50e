/// Why there can be no screen. The description is one sentence, meant for
/// stderr; the program then ends with exit code 2.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Neither stdin and stdout nor the controlling terminal can be used.
    case noTerminal
    /// The terminal's type cannot move its cursor (TERM=dumb).
    case cannotAddressCursor(type: String)
    /// Not even the commonest types are described on this machine.
    case noDescription(type: String)
    /// A system call failed that never should.
    case system(call: String, code: Int32)

    public var description: String {
        switch self {
        case .noTerminal:
            "There is no terminal to draw on; run it in one, or use a subcommand such as 'search'."
        case .cannotAddressCursor(let type):
            "The terminal type '\(type)' cannot move the cursor; set TERM to what the terminal is,"
                + " or use a subcommand such as 'search'."
        case .noDescription(let type):
            "The terminal type '\(type)' is not described on this machine, nor is any common one;"
                + " install terminfo (ncurses-base) or set TERMINFO."
        case .system(let call, let code):
            "The terminal cannot be set up: \(call) failed with error \(code)."
        }
    }
}
