import CinemaCore

/// What a command's exit status says; the numbers are documented and stay.
public enum ExitCode: Int32, Hashable, Sendable {
    case done = 0
    case nothingFound = 1
    case wrongUsage = 2
    case unreachable = 3
    case invalidAnswer = 4
}
