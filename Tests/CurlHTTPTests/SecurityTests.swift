import CinemaTestSupport
import Testing

@testable import CurlHTTP

@Suite("A certificate", .timeLimit(.minutes(1)))
struct SecurityTests {
    private let curl = CurlClient()

    /// Asks until the server, a process that has to start, takes connections.
    private func outcome(
        _ server: SecureServer, _ security: HTTPSecurity, host: String = "localhost",
        from client: HTTPClient
    ) async -> Result<HTTPResponse, HTTPError> {
        let request = HTTPRequest(
            .get, "https://\(host):\(server.port)/", security: security)
        for _ in 0..<500 {
            let outcome = await client.outcome(of: request)
            guard case .failure(let error) = outcome, error.kind == .connect else { return outcome }
            try? await curl.clock.sleep(for: .milliseconds(20))
        }
        return .failure(HTTPError(.connect, cause: "the server did not start"))
    }

    @Test("that nobody vouches for is refused, and the reason is told")
    func selfSigned() async throws {
        guard let server = try SecureServer() else { return }
        let outcome = await outcome(server, HTTPSecurity(), from: curl.client)
        guard case .failure(let error) = outcome else {
            Issue.record("it was accepted")
            return
        }
        #expect(error.kind == .tls)
        #expect(error.cause.contains("certificate"))
    }

    @Test("is accepted where one's own authority vouches for it, and only for its name")
    func authorityFile() async throws {
        guard let server = try SecureServer() else { return }
        let security = HTTPSecurity(authorityFile: server.certificate)
        #expect(try await outcome(server, security, from: curl.client).get().status == 200)
        let other = await outcome(server, security, host: "127.0.0.1", from: curl.client)
        let wrongName = HTTPError(.tls, cause: "the certificate is for another host")
        #expect(throws: wrongName) { try other.get() }
    }

    @Test("is accepted unseen where that is asked for, and there only")
    func unverified() async throws {
        guard let server = try SecureServer() else { return }
        let security = HTTPSecurity(verifiesPeer: false)
        let accepted = await outcome(server, security, host: "127.0.0.1", from: curl.client)
        #expect(try accepted.get().status == 200)
        // A connection that was not verified serves nobody who wants that.
        let refused = await outcome(server, HTTPSecurity(), host: "127.0.0.1", from: curl.client)
        #expect(throws: HTTPError.self) { try refused.get() }
    }

    @Test(
        "is looked for where the environment says", arguments: ["CURL_CA_BUNDLE", "SSL_CERT_FILE"])
    func environment(name: String) async throws {
        guard let server = try SecureServer() else { return }
        let file = server.certificate
        let configuration = CurlConfiguration { $0 == name ? file : nil }
        let curl = CurlClient(configuration)
        #expect(try await outcome(server, HTTPSecurity(), from: curl.client).get().status == 200)
    }

    @Test("of a file that is not there is an error of TLS")
    func noFile() async throws {
        guard let server = try SecureServer() else { return }
        let security = HTTPSecurity(authorityFile: "/nonexistent.pem")
        let outcome = await outcome(server, security, from: curl.client)
        guard case .failure(let error) = outcome else {
            Issue.record("it was accepted")
            return
        }
        #expect(error.kind == .tls)
    }
}
