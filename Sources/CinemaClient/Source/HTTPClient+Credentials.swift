internal import CurlHTTP

extension HTTPClient {
    /// Puts what proves who asks into each request to one of `addresses`, and
    /// into no other; asks a file or program once more after a 401.
    ///
    /// It stands next to the network, so that no cache and no log in front of
    /// it ever sees a secret.
    static func credentials(
        _ store: CredentialStore, addresses: [String], before next: HTTPClient
    ) -> HTTPClient {
        let origins = Set(addresses.compactMap(origin))
        return HTTPClient { (request) async throws(HTTPError) -> HTTPResponse in
            guard let asked = origin(of: request.url), origins.contains(asked) else {
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

/// What a credential is good for.
private func origin(of url: String) -> HTTPURL.Origin? { (try? HTTPURL(url))?.origin }

extension HTTPRequest {
    fileprivate func with(_ credentials: CredentialStore.Credentials) -> HTTPRequest {
        var request = self
        for field in credentials.fields.fields { request.credentials.set(field.name, field.value) }
        return request
    }
}
