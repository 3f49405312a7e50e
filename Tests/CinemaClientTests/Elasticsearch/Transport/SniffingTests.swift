import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("A cluster that is asked for its nodes")
struct SniffingTests {
    private func nodes(_ addresses: [String], cluster: String = "films") -> String {
        let members = addresses.enumerated().map { number, address in
            #""n\#(number)":{"roles":["data"],"http":{"publish_address":"\#(address)"}}"#
        }
        return #"{"cluster_name":"\#(cluster)","nodes":{\#(members.joined(separator: ","))}}"#
    }

    @Test("is asked at all of them, with what proves who asks")
    func found() async throws {
        let second = try ScriptedServer { _ in .json(ClusterRun.answer) }
        let told = nodes(["127.0.0.1:\(second.port)"])
        let first = try ScriptedServer { _ in .json(told) }
        let origins = CredentialOrigins([first.url])
        let run = ClusterRun([first.url], sniffs: true, origins: origins)
        #expect(!origins.contains(second.url))
        #expect(try await run.search().node == second.url)
        #expect(first.requests.map(\.path) == ["/_nodes/http"])
        #expect(origins.contains(second.url))
    }

    @Test("falls back to the address that it was given")
    func fallback() async throws {
        let port = try ScriptedServer.closedPort()
        let told = nodes(["127.0.0.1:\(port)"])
        let first = try ScriptedServer { request in
            .json(request.path == "/_nodes/http" ? told : ClusterRun.answer)
        }
        let run = ClusterRun([first.url], sniffs: true)
        #expect(try await run.search().node == first.url)
    }

    @Test("goes on without where it is not told, and is not asked where a path is in between")
    func refused() async throws {
        let first = try ScriptedServer { request in
            request.path == "/_nodes/http" ? .status(403) : .json(ClusterRun.answer)
        }
        let run = ClusterRun([first.url], sniffs: true)
        #expect(try await run.search().node == first.url)
        let behind = ClusterRun([first.url + "/es"], sniffs: true)
        _ = try await behind.search()
        #expect(
            first.requests.map(\.path) == ["/_nodes/http", "/films/_search", "/es/films/_search"])
    }

    @Test(
        "is read as it tells",
        arguments: [
            ("10.0.0.1:9200", "https://10.0.0.1:9200"), ("[::1]:9201", "https://[::1]:9201"),
            ("es1.example.org/10.0.0.1:9200", "https://es1.example.org:9200"),
        ])
    func addresses(text: String, address: String) {
        let found = SniffedNodes(Array(nodes([text]).utf8), isSecure: true)
        #expect(found?.addresses == [address] && found?.cluster == "films")
    }

    @Test("has no masters that hold no data among its nodes, and reads anything")
    func masters() {
        let text =
            #"{"cluster_name":"films","nodes":{"a":{"roles":["master"],"http":{"publish_address":"h:1"}},"b":{},"c":3}}"#
        #expect(SniffedNodes(Array(text.utf8), isSecure: false)?.addresses == [])
        for text in ["", "[]", "{}", #"{"cluster_name":1}"#] {
            #expect(SniffedNodes(Array(text.utf8), isSecure: false) == nil)
        }
    }
}
