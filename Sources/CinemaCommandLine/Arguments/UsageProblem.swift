/// A command line that cannot be understood.
public struct UsageProblem: Error, Hashable, Sendable {
    /// The command that was called, as `cinema search`.
    public var command: String
    /// What is wrong and what to do, without a full stop.
    public var cause: String

    public init(command: String, cause: String) {
        self.command = command
        self.cause = cause
    }

    /// One sentence: where, what, what to do.
    public var sentence: String { "\(command): \(cause)" }
}
