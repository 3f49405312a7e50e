/// Why a catalogue did not answer: a kind to act on, and a cause in words.
public struct CatalogError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A newer request took this one's place.
        case cancelled
        /// There is no such film, person or genre.
        case notFound
        /// The source cannot be reached or read.
        case unavailable
        /// The source wants to know who asks (401, 403): a token is missing
        /// or wrong.
        case unauthorized
        /// The source asks to wait (429, 503).
        case busy
        /// The source answered in a way that makes no sense.
        case invalidAnswer
        /// The source cannot answer this kind of question.
        case unsupported
    }

    public var kind: Kind
    /// Which source, as the header calls it.
    public var source: String
    /// What happened and what to do, in words for the reader, without a full stop.
    public var cause: String

    public init(_ kind: Kind, source: String, cause: String) {
        self.kind = kind
        self.source = source
        self.cause = cause
    }

    public static func cancelled(source: String) -> CatalogError {
        CatalogError(.cancelled, source: source, cause: "a newer request took its place")
    }

    /// One sentence: what, where, what to do.
    public var sentence: String { "\(source): \(cause)" }
}
