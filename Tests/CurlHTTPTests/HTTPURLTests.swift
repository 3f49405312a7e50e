import CurlHTTP
import Testing

@Suite("An address")
struct HTTPURLTests {
    @Test("is read with its parts")
    func parts() throws {
        let url = try HTTPURL("HTTPS://Example.ORG:8443/api/v1?page=2#part")
        #expect(url.isSecure)
        #expect(url.host == "example.org")
        #expect(url.port == 8443)
        #expect(url.path == "/api/v1")
        #expect(url.query == "page=2")
        #expect(url.text == "https://example.org:8443/api/v1?page=2")
    }
}
