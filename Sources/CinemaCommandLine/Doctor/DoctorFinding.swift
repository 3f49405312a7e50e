/// One thing that was looked at: how it is, and what to do.
public struct DoctorFinding: Hashable, Sendable {
    public enum Part: String, Hashable, Sendable {
        case terminal, locale, files, configuration, libraries, source
    }

    public enum State: String, Hashable, Sendable {
        case ok, warning, problem
    }

    public var part: Part
    public var state: State
    /// What was found, and what to do where that is not as it should be;
    /// without a full stop, and never with a secret.
    public var text: String
    /// What a command would end with because of it.
    public var exitCode: ExitCode

    public init(
        _ part: Part, _ state: State, _ text: String, exitCode: ExitCode? = nil
    ) {
        self.part = part
        self.state = state
        self.text = text
        self.exitCode = exitCode ?? (state == .problem ? .wrongUsage : .done)
    }
}
