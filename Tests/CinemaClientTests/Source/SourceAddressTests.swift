import CinemaCore
import Testing

@testable import CinemaClient

@Suite("The address of a source")
struct SourceAddressTests {
    @Test(
        "is a file, a server or a cluster",
        arguments: [
            ("embedded:", .embedded),
            ("films.sqlite", .file("films.sqlite")), ("/a b/c.sqlite", .file("/a b/c.sqlite")),
            ("file:/a.sqlite", .file("/a.sqlite")), ("file:///a.sqlite", .file("/a.sqlite")),
            ("./host:8000", .file("./host:8000")), ("C:films", .file("C:films")),
            (
                "http://localhost:8000",
                .remote(addresses: ["http://localhost:8000"], family: .unknown)
            ),
            ("HTTP://LocalHost/", .remote(addresses: ["http://localhost"], family: .unknown)),
            (
                "https://films.example.org/Prefix//",
                .remote(addresses: ["https://films.example.org/Prefix"], family: .unknown)
            ),
            ("api+https://host/v1", .remote(addresses: ["https://host/v1"], family: .api)),
            ("http://[::1]:8000/", .remote(addresses: ["http://[::1]:8000"], family: .unknown)),
            ("http://127.0.0.1:080", .remote(addresses: ["http://127.0.0.1"], family: .unknown)),
            ("http://a/b c", .remote(addresses: ["http://a/b%20c"], family: .unknown)),
            ("http://кино.рф", .remote(addresses: ["http://кино.рф"], family: .unknown)),
            (
                "es+http://a:9200,b:9200/x/",
                .remote(addresses: ["http://a:9200/x", "http://b:9200/x"], family: .elasticsearch)
            ),
        ] as [(String, SourceAddress)])
    func forms(text: String, address: SourceAddress) throws {
        #expect(try SourceAddress(text) == address)
    }

    @Test(
        "that makes no sense is told so in one sentence",
        arguments: [
            "", "http://", "http:///path", "http://a:0", "http://a:65536", "http://a:x",
            "http://a b", "http://[::1", "http://a,b", "http://http://a",
            "es+http://a,,b", "ftp://host", "elastic://host", "://", "http://a?q=1", "http://a/#x",
            "localhost:8000", "localhost:8000/api", "file:", "a\nb", "a\u{1b}[2J", "http://\u{9b}x",
        ])
    func rubbish(text: String) {
        let error = #expect(throws: CatalogError.self) { try SourceAddress(text) }
        #expect(error?.kind == .unsupported)
        #expect(error?.sentence.contains("write") == true)
    }

    @Test(
        "with a name and a password in it is refused, and they are not repeated",
        arguments: [
            "http://ada:hunter2@host", "http://hunter2@host/x", "https://ada:hun/ter2@host",
            "es+http://a:9200,ada:hunter2@b", "http://ada:hunter2@", "ftp://ada:hunter2@host",
            "http://host/?token=hunter2", "http://host#hunter2",
        ])
    func userInformation(text: String) {
        let error = #expect(throws: CatalogError.self) { try SourceAddress(text) }
        for word in ["hunter2", "ter2", "ada"] {
            #expect(error?.sentence.contains(word) == false)
        }
    }

    @Test("of any signs is read or refused, never a trap")
    func anyText() {
        let pieces = [
            "http", "s", "://", ":", "/", "[", "]", "@", "80", ",", "es+", "é", "\0", "::1",
        ]
        var state: UInt64 = 7
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            _ = try? SourceAddress(text)
        }
    }

    @Test("may be a name if it has letters, digits, - and _ only")
    func names() {
        #expect(["work", "a-1_B"].allSatisfy(SourceAddress.isName))
        #expect(!["", "a.sqlite", "a/b", "a:b", "é"].contains(where: SourceAddress.isName))
    }
}
