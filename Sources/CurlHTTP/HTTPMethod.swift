/// What a request asks of its resource (RFC 9110, 9.3): a closed set, because
/// nothing is ever changed at a server.
public enum HTTPMethod: String, Hashable, Sendable {
    case get = "GET"
    /// For questions too long for an address, such as a search body.
    case post = "POST"
    /// For what was opened by a question, such as a point in time.
    case delete = "DELETE"

    /// Whether sending it twice is as good as once (RFC 9110, 9.2.2).
    public var isIdempotent: Bool { self != .post }
}
