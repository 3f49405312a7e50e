/// Where a secret is kept; the secret itself is never part of a value that
/// could be printed, compared or stored.
public enum Secret: Hashable, Sendable {
    /// A variable of the environment.
    case environment(String)
    /// A file that only its owner can read (mode 0600 or less).
    case file(String)
    /// A program and its arguments; its first line of output counts.
    case command([String])
}
