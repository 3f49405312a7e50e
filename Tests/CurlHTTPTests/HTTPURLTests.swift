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

    @Test(
        "is written as it was read",
        arguments: [
            "http://localhost:8000", "http://[::1]:8000/api", "https://films.example/a/?b=c&d",
            "http://127.0.0.1/?q=%D1%91", "https://кино.рф/api", "http://a_b.example/",
        ])
    func roundTrip(text: String) throws {
        #expect(try HTTPURL(text).text == text)
    }

    @Test("loses the port that goes without saying")
    func usualPort() throws {
        #expect(try HTTPURL("http://films.example:80/a").text == "http://films.example/a")
        #expect(try HTTPURL("https://films.example:443").text == "https://films.example")
        #expect(try HTTPURL("http://films.example:/a").text == "http://films.example/a")
    }

    @Test("is mended where a letter cannot stand in it")
    func mended() throws {
        #expect(
            try HTTPURL("http://films.example/ё и е?q=a b\"c").text
                == "http://films.example/%D1%91%20%D0%B8%20%D0%B5?q=a%20b%22c")
    }

    @Test("with a user name or a password is refused, and the error does not tell them")
    func secrets() {
        for text in ["http://user:secret@films.example/", "https://secret@[::1]:80"] {
            let error = #expect(throws: HTTPError.self) { try HTTPURL(text) }
            #expect(error?.kind == .invalidURL)
            #expect(error?.cause.contains("secret") == false)
        }
        #expect(throws: Never.self) { try HTTPURL("http://films.example/@name") }
    }

    @Test("has the same origin as another where scheme, host and port are the same")
    func origin() throws {
        let origin = try HTTPURL("https://Films.example/a").origin
        #expect(try HTTPURL("https://films.example:443/b?c").origin == origin)
        #expect(try HTTPURL("http://films.example:443/a").origin != origin)
        #expect(try HTTPURL("https://films.example:8443/a").origin != origin)
        #expect(try HTTPURL("https://www.films.example/a").origin != origin)
    }

    @Test("has values escaped, whatever is in them, and of a path what cannot stand there")
    func escaping() {
        #expect(HTTPURL.escaped("page[number]") == "page%5Bnumber%5D")
        #expect(HTTPURL.escaped("a+b & c=ё") == "a%2Bb%20%26%20c%3D%D1%91")
        #expect(HTTPURL.escaped("a/b?c#d%") == "a%2Fb%3Fc%23d%25")
        #expect(HTTPURL.escaped("/films/<id>?", keeping: "/%") == "/films/%3Cid%3E%3F")
        #expect(HTTPURL.escaped("%7Bid%7D", keeping: "/%") == "%7Bid%7D")
        #expect(HTTPURL.escaped("") == "")
    }

    @Test("is read or refused, whatever its bytes are")
    func anyBytes() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in
                Bool.random() ? UInt8.random(in: 0...255) : "htp:/@[]?#%8".utf8.randomElement() ?? 0
            }
            let text = "http://" + String(decoding: bytes, as: UTF8.self)
            guard let url = try? HTTPURL(text) else { continue }
            #expect((try? HTTPURL(url.text)) == url)
        }
    }
}
