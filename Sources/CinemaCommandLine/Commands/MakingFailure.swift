/// Why no catalogue was made.
public struct MakingFailure: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// What was asked for cannot be done: the target is there already or
        /// cannot be written, a file does not exist.
        case wrongUsage
        /// The files hold nothing that could be read.
        case nothingRead
        case interrupted
    }

    public var kind: Kind
    /// What, where, what to do, without a full stop.
    public var sentence: String

    public init(_ kind: Kind, sentence: String = "") {
        self.kind = kind
        self.sentence = sentence
    }
}
