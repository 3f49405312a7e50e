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
        let origins = Set(addresses.map(Origin.init(of:)))
        return HTTPClient { (request) async throws(HTTPError) -> HTTPResponse in
            guard origins.contains(Origin(of: request.url)) else {
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

/// Scheme, host and port: what a credential is good for (RFC 6454).
private struct Origin: Hashable {
    let text: String

    init(of url: String) {
        guard let mark = url.firstRange(of: "://") else {
            text = url
            return
        }
        let authority = url[mark.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let scheme = url[..<mark.lowerBound].lowercased()
        let standard = scheme == "https" ? ":443" : ":80"
        let host = authority.lowercased()
        text =
            "\(scheme)://"
            + (host.hasSuffix(standard) ? String(host.dropLast(standard.count)) : host)
    }
}
