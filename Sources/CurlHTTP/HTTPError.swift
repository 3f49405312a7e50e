/// Why there is no answer: a kind to act on, and a cause in words.
public struct HTTPError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case cancelled
        /// The address makes no sense.
        case invalidURL
        case resolve
        case connect
        case connectTimeout
        case firstByteTimeout
        case totalTimeout
        case tls
        /// The body is larger than `HTTPLimits.bodyBytes`, or the header than any is.
        case tooLarge
        case tooManyRedirects
        /// The connection ended without a byte of an answer, as it does where
        /// a proxy stands before a server that is down.
        case noAnswer
        /// The connection ended before the answer did.
        case truncated
        /// What came is not HTTP, or its encoding is broken.
        case malformed
        case send
        /// A secret that the request needs cannot be had, or not be sent.
        case credentials
        /// libcurl is not on this machine.
        case libraryMissing
        /// Requests are forbidden (`--offline`).
        case offline
        /// The client was shut down.
        case shutDown
    }

    public var kind: Kind
    /// What happened, in words for the reader, without address, credentials
    /// and full stop; bounded in length.
    public var cause: String

    public init(_ kind: Kind, cause: String) {
        self.kind = kind
        self.cause = cause
    }

    public static let cancelled = HTTPError(.cancelled, cause: "the request was cancelled")
}
