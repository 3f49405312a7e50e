internal import CinemaCore
internal import CurlHTTP

/// Derives the dialect of the service at an address, over HTTP.
struct DialectDeriver: Sendable {
    /// What the header calls the source.
    let name: String
    let address: String
    /// Where the configuration says that the document is.
    var document: String?
    var limits = HTTPLimits()
    var security = HTTPSecurity()
    /// Knows the credentials, and keeps no answers: what was kept may be from
    /// before the service changed.
    let client: HTTPClient

    init(name: String, address: String, client: HTTPClient) {
        self.name = name
        self.address = address
        self.client = client
    }

    init(_ source: SourceConfiguration, client: HTTPClient) {
        name = source.name
        address = source.addresses.first ?? ""
        document = source.documentAddress
        limits = source.limits
        security = source.security
        self.client = client
    }

    /// The dialect of a cinema API: a few documents, at most six questions.
    func dialect() async throws(CatalogError) -> APIDialect {
        let url = try self.url()
        var derivation = DialectDerivation(
            address: address, prefix: Self.prefix(of: url), document: document(beside: url))
        // Why no answer so far could be read; nil once one was.
        var unreadable: HTTPError?
        var isFirst = true
        while case .get(let target) = derivation.next {
            let (answer, failure) = try await answer(to: target, at: url)
            unreadable = isFirst || unreadable != nil ? failure : nil
            isFirst = false
            derivation.take(answer)
        }
        if let unreadable { throw APIWording.unreachable(name, address, unreadable) }
        switch derivation.next {
        case .done(let dialect): return dialect
        case .failed(let kind, let cause): throw CatalogError(kind, source: name, cause: cause)
        case .get:
            throw CatalogError(.invalidAnswer, source: name, cause: "it could not be understood")
        }
    }

    /// Whether a search server is at the address, which says so at its root;
    /// all else is taken for an API.
    func isSearchServer() async throws(CatalogError) -> Bool {
        let url = try self.url()
        let banner = try await answer(to: Self.prefix(of: url) + "/", at: url).answer
        switch SearchServerBanner(banner) {
        case .open: return true
        case .closed:
            throw CatalogError(
                .unauthorized, source: name,
                cause: "\(address) is a search server that asks who asks (\(banner.status)); set or"
                    + " mend api_key_env, token_env, or user and password_env for this source in"
                    + " config.toml")
        case nil: return false
        }
    }

    private func answer(
        to target: String, at url: HTTPURL
    ) async throws(CatalogError) -> (answer: ProbeAnswer, failure: HTTPError?) {
        let whole = target.hasPrefix("/") ? Self.root(of: url) + target : target
        let request = HTTPRequest(
            .get, whole, fields: HTTPFields([HTTPFields.Field("Accept", "application/json")]),
            limits: limits, security: security)
        do throws(HTTPError) {
            let response = try await client.send(request)
            let path = (try? HTTPURL(response.url))?.path
            let answer = ProbeAnswer(status: response.status, path: path, body: response.body)
            return (answer, nil)
        } catch {
            // An answer too large, or broken off, is one that tells nothing.
            switch error.kind {
            case .tooLarge, .truncated, .malformed, .tooManyRedirects:
                return (ProbeAnswer(status: 599), error)
            default: throw APIWording.unreachable(name, address, error)
            }
        }
    }

    private func url() throws(CatalogError) -> HTTPURL {
        do throws(HTTPError) {
            return try HTTPURL(address)
        } catch {
            throw APIWording.unreachable(name, address, error)
        }
    }

    private static func prefix(of url: HTTPURL) -> String {
        var path = url.path
        while path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private static func root(of url: HTTPURL) -> String {
        let text = url.port.map { ":\($0)" } ?? ""
        return (url.isSecure ? "https://" : "http://") + url.host + text
    }

    /// As the derivation asks for it: a path where the host is the source's.
    private func document(beside url: HTTPURL) -> String? {
        guard let document, let other = try? HTTPURL(document), other.origin == url.origin else {
            return document
        }
        return other.path + (other.query.map { "?" + $0 } ?? "")
    }
}
