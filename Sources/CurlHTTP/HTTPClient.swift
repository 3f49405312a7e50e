/// Something that carries out HTTP requests: one closure, so that retries,
/// caches and tests can stand in front of, or in place of, the network.
public struct HTTPClient: Sendable {
    /// Carries out one request. Ends soon after the calling task is cancelled,
    /// with `.cancelled`.
    public var send: @Sendable (HTTPRequest) async throws(HTTPError) -> HTTPResponse

    public init(
        send: @escaping @Sendable (HTTPRequest) async throws(HTTPError) -> HTTPResponse
    ) {
        self.send = send
    }
}
