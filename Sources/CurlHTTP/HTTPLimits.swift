/// How long a request may take, and how much it may bring.
public struct HTTPLimits: Hashable, Sendable {
    /// Until the connection stands, name resolution and TLS included.
    public var connect: Duration
    /// From then until the first byte of the answer.
    public var firstByte: Duration
    /// From beginning to end, redirects and retries included.
    public var total: Duration
    /// The decoded body; checked while it is read.
    public var bodyBytes: Int
    public var redirects: Int

    public init(
        connect: Duration = .seconds(5), firstByte: Duration = .seconds(15),
        total: Duration = .seconds(30), bodyBytes: Int = 32 << 20, redirects: Int = 5
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.total = total
        self.bodyBytes = bodyBytes
        self.redirects = redirects
    }
}
