import CinemaTestSupport
import CurlHTTP
import Foundation
import Synchronization
import Testing

@testable import CinemaClient

/// A server that takes one token, and remembers what it was sent.
private final class Gate: Sendable {
    private let state: Mutex<(token: String, seen: [HTTPRequest])>

    init(token: String) { state = Mutex((token, [])) }

    var seen: [HTTPRequest] { state.withLock { $0.seen } }

    func change(to token: String) { state.withLock { $0.token = token } }

    var client: HTTPClient {
        HTTPClient { (request) async throws(HTTPError) -> HTTPResponse in
            self.state.withLock { state in
                state.seen.append(request)
                let isWelcome = request.credentials["authorization"] == "Bearer " + state.token
                return HTTPResponse(status: isWelcome ? 200 : 401)
            }
        }
    }
}

@Suite("Credentials")
struct CredentialsTests {
    private let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private func write(_ token: String) throws -> String {
        let path = try directory.write(token, to: "token")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return path
    }

    private func client(
        _ gate: Gate, token: Secret?, fields: [SourceConfiguration.Field] = []
    ) -> HTTPClient {
        .credentials(
            CredentialStore(authorization: token.map { .token($0) }, fields: fields),
            origins: CredentialOrigins(["http://host:80/v1"]), before: gate.client)
    }

    @Test("go with each request, apart from the other fields")
    func sent() async throws {
        let gate = Gate(token: "hunter2")
        let key = try write("hunter2")
        let client = client(
            gate, token: .file(key), fields: [.init(name: "X-Api-Key", value: .file(key))])
        #expect(try await client.send(HTTPRequest(.get, "http://host/v1/films")).status == 200)
        let request = try #require(gate.seen.first)
        #expect(request.credentials["x-api-key"] == "hunter2")
        #expect(request.fields.fields == [] && !"\(request)".contains("hunter2"))
    }

    @Test(
        "are an API key as it was given or by its parts, or a user with a password",
        arguments: [
            (.apiKey(.environment("S")), "aWQ6a2V5", "ApiKey aWQ6a2V5"),
            (.apiKey(.environment("S")), "id:key", "ApiKey aWQ6a2V5"),
            (.password(user: "ada", .environment("S")), "pä:ss", "Basic YWRhOnDDpDpzcw=="),
            (.token(.environment("S")), "abc", "Bearer abc"),
        ] as [(SourceConfiguration.Authorization, String, String)])
    func authorization(
        who: SourceConfiguration.Authorization, secret: String, value: String
    ) async throws {
        let store = CredentialStore(
            authorization: who, fields: [], reader: SecretReader(variable: { _ in secret }))
        #expect(try await store.current().fields["authorization"] == value)
    }

    @Test("are written in base64, and read again")
    func base64() {
        for count in 0..<40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            let text = Base64.text(of: bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(Base64.bytes(of: text) == bytes)
        }
        for text in ["a", "a===b", "ab c", "é"] { #expect(Base64.bytes(of: text) == nil) }
    }

    @Test(
        "go to no other origin",
        arguments: [
            "http://other/v1", "https://host/v1", "http://host:8080/v1", "http://host.evil/v1",
            "http://host@evil/", "http://evil/?http://host/",
        ])
    func origin(url: String) async throws {
        let gate = Gate(token: "hunter2")
        let client = client(gate, token: .file(try write("hunter2")))
        _ = try await client.send(HTTPRequest(.get, url))
        #expect(gate.seen.map(\.credentials.fields) == [[]])
    }

    @Test("are read once")
    func once() async throws {
        let gate = Gate(token: "hunter2")
        let client = client(gate, token: .file(try write("hunter2")))
        _ = try await client.send(HTTPRequest(.get, "http://host/1"))
        try FileManager.default.removeItem(atPath: directory.file("token"))
        #expect(try await client.send(HTTPRequest(.get, "http://host/2")).status == 200)
    }

    @Test("are read again when the server refuses them, and sent again if they are others")
    func renewed() async throws {
        let gate = Gate(token: "hunter2")
        let client = client(gate, token: .file(try write("hunter2")))
        _ = try await client.send(HTTPRequest(.get, "http://host/1"))
        gate.change(to: "hunter3")
        _ = try write("hunter3")
        #expect(try await client.send(HTTPRequest(.get, "http://host/2")).status == 200)
        #expect(gate.seen.count == 3)
    }

    @Test("that stay wrong are neither sent nor read twice")
    func wrong() async throws {
        let gate = Gate(token: "other")
        let counter = directory.file("count")
        let words = ["sh", "-c", "echo x >>\(counter); echo hunter2"]
        let client = client(gate, token: .command(words))
        for _ in 0..<3 {
            #expect(try await client.send(HTTPRequest(.get, "http://host/1")).status == 401)
        }
        #expect(gate.seen.count == 3)
        #expect(try String(contentsOfFile: counter, encoding: .utf8) == "x\nx\n")
    }

    @Test("that cannot be had fail the request before it is sent")
    func missing() async throws {
        let gate = Gate(token: "hunter2")
        let client = client(gate, token: .environment("CINEMA_TEST_NO_SUCH_VARIABLE"))
        var failure: HTTPError?
        do { _ = try await client.send(HTTPRequest(.get, "http://host/1")) } catch {
            failure = error
        }
        #expect(failure?.kind == .credentials)
        #expect(failure?.cause.contains("CINEMA_TEST_NO_SUCH_VARIABLE") == true)
        #expect(gate.seen == [])
    }
}
