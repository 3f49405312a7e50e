/// Where the time of a request went, each from its beginning.
public struct HTTPTiming: Hashable, Sendable {
    /// Zero where a kept connection was used.
    public var resolved: Duration
    public var connected: Duration
    public var secured: Duration
    public var firstByte: Duration
    public var total: Duration
    /// As they came over the line, compressed.
    public var bytesReceived: Int
    public var retries: Int

    public init(
        resolved: Duration = .zero, connected: Duration = .zero, secured: Duration = .zero,
        firstByte: Duration = .zero, total: Duration = .zero, bytesReceived: Int = 0,
        retries: Int = 0
    ) {
        self.resolved = resolved
        self.connected = connected
        self.secured = secured
        self.firstByte = firstByte
        self.total = total
        self.bytesReceived = bytesReceived
        self.retries = retries
    }
}
