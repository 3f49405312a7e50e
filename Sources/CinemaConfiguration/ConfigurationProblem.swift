/// Something in the configuration that is not as it should be.
public struct ConfigurationProblem: Error, Hashable, Sendable {
    public enum Severity: Hashable, Sendable {
        /// It is passed over.
        case warning
        /// Nothing is done until it is mended.
        case error
    }

    public var severity: Severity
    /// The file, with line and column where they are known: `config.toml:3:8`.
    public var place: String
    /// `sources.work.kind`; empty where the whole file is meant.
    public var key: String
    /// What is wrong and what to write, without a full stop and without the
    /// value where that could be a secret.
    public var cause: String

    public init(_ severity: Severity, place: String, key: String = "", cause: String) {
        self.severity = severity
        self.place = place
        self.key = key
        self.cause = cause
    }

    /// What is wrong, without the place.
    public var words: String { key.isEmpty ? cause : "\(key): \(cause)" }

    /// One sentence: where, what, what to do.
    public var sentence: String { "\(place): \(words)" }
}
