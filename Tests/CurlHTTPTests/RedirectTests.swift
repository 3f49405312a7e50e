import CinemaTestSupport
import Testing

@testable import CurlHTTP

@Suite("A redirect", .timeLimit(.minutes(1)))
struct RedirectTests {
    private let curl = CurlClient()

    private func request(_ method: HTTPMethod = .get, _ url: String) -> HTTPRequest {
        var request = HTTPRequest(method, url)
        request.credentials.append("Authorization", "Bearer secret")
        request.credentials.append("X-Api-Key", "secret")
        request.fields.append("Accept", "application/json")
        return request
    }

    @Test("is followed, and the answer says where it came from")
    func followed() async throws {
        let server = try ScriptedServer { request in
            request.path == "/films" ? .redirect(to: "films/") : .json("[]")
        }
        let response = try await curl.client.send(request(.get, server.url + "/films"))
        #expect(response.status == 200)
        #expect(response.url == server.url + "/films/")
        #expect(response.fields["Location"] == nil)
        #expect(server.requests.map { $0.fields["X-Api-Key"] } == ["secret", "secret"])
    }

    @Test("to another origin is followed without credentials, whatever field has them")
    func otherOrigin() async throws {
        let other = try ScriptedServer { _ in .json("[]") }
        let url = other.url
        let server = try ScriptedServer { _ in .redirect(to: url + "/elsewhere", status: 307) }
        _ = try await curl.client.send(request(.get, server.url))
        #expect(server.requests.first?.fields["Authorization"] == "Bearer secret")
        let received = try #require(other.requests.first)
        #expect(received.fields["Authorization"] == nil)
        #expect(received.fields["X-Api-Key"] == nil)
        #expect(received.fields["Accept"] == "application/json")
    }

    @Test("back from another origin does not bring them back")
    func thereAndBack() async throws {
        let home = Address()
        let other = try ScriptedServer { _ in .redirect(to: home.url + "/back") }
        let url = other.url
        let server = try ScriptedServer { request in
            request.path == "/" ? .redirect(to: url) : .json("[]")
        }
        home.url = server.url
        _ = try await curl.client.send(request(.get, server.url))
        #expect(server.requests.map { $0.fields["X-Api-Key"] } == ["secret", nil])
    }

    @Test("from https to http is another origin")
    func downgrade() throws {
        let request = request(.get, "https://films.example/a")
        let next = try request.redirected(to: "http://films.example/b", status: 302)
        #expect(next.credentials == HTTPFields())
        let same = try request.redirected(to: "https://FILMS.example:443/b", status: 302)
        #expect(same.credentials == request.credentials)
    }

    @Test(
        "of a POST repeats it or asks for the result, as its status says",
        arguments: [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
    func post(status: Int, method: String) async throws {
        let server = try ScriptedServer { request in
            request.path == "/" ? .redirect(to: "/there", status: status) : .json("[]")
        }
        var request = request(.post, server.url)
        request.body = Array("{}".utf8)
        _ = try await curl.client.send(request)
        let second = try #require(server.requests.last)
        #expect(second.method == method)
        #expect(second.body == (method == "POST" ? Array("{}".utf8) : []))
    }

    @Test("is followed so many times and no more")
    func count() async throws {
        let server = try ScriptedServer { request in
            let number = Int(request.path.dropFirst()) ?? 0
            return number == 3 ? .json("[]") : .redirect(to: "/\(number + 1)")
        }
        var request = request(.get, server.url + "/0")
        request.limits.redirects = 3
        #expect(try await curl.client.send(request).status == 200)
        request.limits.redirects = 2
        #expect(
            await curl.client.failure(of: request)
                == HTTPError(.tooManyRedirects, cause: "more than 2 redirects"))
        #expect(server.requests.count == 4 + 3)
    }

    @Test("that takes for ever runs out of the time for all")
    func time() async throws {
        let server = try ScriptedServer { _ in
            .redirect(to: "/").delayed(by: .milliseconds(40))
        }
        var request = request(.get, server.url)
        request.limits.redirects = 1_000
        request.limits.total = .milliseconds(200)
        #expect(await curl.client.failure(of: request)?.kind == .totalTimeout)
    }
}
