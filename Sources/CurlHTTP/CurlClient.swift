/// An HTTP client on libcurl. Its thread is started, and libcurl loaded, by
/// the first request; at rest it does nothing, even with connections kept.
///
/// It ends with the last reference to it; `client` and `clock` are references
/// too, and so is every request that runs.
public final class CurlClient: Sendable {
    let engine: CurlEngine

    public init(_ configuration: CurlConfiguration = CurlConfiguration()) {
        engine = CurlEngine(configuration)
    }

    init(engine: CurlEngine) { self.engine = engine }

    deinit { engine.thread.close(waits: false) }

    public var client: HTTPClient {
        HTTPClient { request async throws(HTTPError) in try await self.engine.send(request) }
    }

    public var clock: CurlClock { CurlClock(client: self) }

    /// The client's thread, for the little work that stands between requests
    /// (`Task(executorPreference:)`): what runs there wakes up no other.
    public var executor: any TaskExecutor { engine.thread }

    /// Ends all requests, with `.shutDown`, and all sleeps; returns when the
    /// thread is gone, which takes no longer than closing its connections.
    /// Requests and sleeps that come later fail in the same way.
    public func shutDown() { engine.thread.close(waits: true) }
}
