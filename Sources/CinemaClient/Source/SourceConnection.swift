internal import CurlHTTP

/// The way to a source's server: equal requests are shared, what may succeed
/// is tried again, and, next to the network, what proves who asks is added.
struct SourceConnection: Sendable {
    let client: HTTPClient
    /// Next to the network: neither shares nor tries again.
    let bareClient: HTTPClient
    /// What gets what proves who asks.
    let origins: CredentialOrigins
    let clock: CurlClock
    /// The thread of libcurl, for the little that stands between requests.
    let executor: any TaskExecutor
    /// Ends all requests, for good, and the thread of libcurl.
    let disconnect: @Sendable () -> Void

    /// Neither loads libcurl nor starts its thread.
    init(_ source: SourceConfiguration, _ options: RemoteSource.Options) {
        let curl = CurlClient(CurlConfiguration(userAgent: options.userAgent))
        clock = curl.clock
        executor = curl.executor
        disconnect = { curl.shutDown() }
        origins = CredentialOrigins(source.addresses)
        guard !options.isOffline else {
            client = .offline
            bareClient = .offline
            return
        }
        bareClient = Self.named(source, origins, before: curl.client)
        client = bareClient.retrying(clock: curl.clock)
            .sharing(on: curl.executor)
    }

    /// Adds the source's own fields, secret ones and others.
    private static func named(
        _ source: SourceConfiguration, _ origins: CredentialOrigins, before next: HTTPClient
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
        guard source.authorization != nil || !source.fields.isEmpty else { return fielded }
        return .credentials(
            CredentialStore(authorization: source.authorization, fields: source.fields),
            origins: origins, before: fielded)
    }
}
