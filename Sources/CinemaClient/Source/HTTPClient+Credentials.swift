internal import CurlHTTP

extension HTTPClient {
    /// Puts what proves who asks into each request to one of `origins`, and into
    /// no other; asks a file or program once more after a 401.
    ///
    /// It stands next to the network, so that no cache and no log in front of
    /// it ever sees a secret.
    static func credentials(
        _ store: CredentialStore, origins: CredentialOrigins, before next: HTTPClient
    ) -> HTTPClient {
        HTTPClient { (request) async throws(HTTPError) -> HTTPResponse in
            guard origins.contains(request.url) else {
                return try await next.send(request)
            }
            let credentials: CredentialStore.Credentials
            do throws(SecretProblem) {
                credentials = try await store.current()
            } catch {
                throw HTTPError(.credentials, cause: error.cause)
            }
            let response = try await next.send(request.with(credentials))
            guard response.status == 401, let newer = await store.renewed(after: credentials) else {
                return response
            }
            return try await next.send(request.with(newer))
        }
    }
}

extension HTTPRequest {
    fileprivate func with(_ credentials: CredentialStore.Credentials) -> HTTPRequest {
        var request = self
        for field in credentials.fields.fields { request.credentials.set(field.name, field.value) }
        return request
    }
}
