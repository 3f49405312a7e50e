internal import CurlHTTP

/// The way to a source's server: equal requests are shared, what may succeed
/// is tried again, and, next to the network, what proves who asks is added.
struct SourceConnection: Sendable {
    let client: HTTPClient
    let clock: CurlClock
    /// Ends all requests, for good, and the thread of libcurl.
    let disconnect: @Sendable () -> Void

    /// Neither loads libcurl nor starts its thread.
    init(_ source: SourceConfiguration, _ options: RemoteSource.Options) {
        let curl = CurlClient(CurlConfiguration(userAgent: options.userAgent))
        clock = curl.clock
        disconnect = { curl.shutDown() }
        guard !options.isOffline else {
            client = .offline
            return
        }
        client = Self.named(source, before: curl.client)
            .retrying(clock: curl.clock)
            .sharing(on: curl.executor)
    }

    /// Adds the source's own fields, secret ones and others.
    private static func named(
        _ source: SourceConfiguration, before next: HTTPClient
    ) -> HTTPClient {
        let plain = source.plainFields
        let fielded =
            plain.fields.isEmpty
            ? next
            : HTTPClient { (request) async throws(HTTPError) in
                var request = request
                for field in plain.fields { request.fields.set(field.name, field.value) }
                return try await next.send(request)
            }
        guard source.token != nil || !source.fields.isEmpty else { return fielded }
        return .credentials(
            CredentialStore(token: source.token, fields: source.fields),
            addresses: source.addresses, before: fielded)
    }
}
