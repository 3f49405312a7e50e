/// Why output could not be written.
public enum OutputFailure: Error, Hashable, Sendable {
    /// Nobody reads any more, as after `| head`: no error to speak of.
    case closed
    /// What the system says.
    case failed(String)
}
