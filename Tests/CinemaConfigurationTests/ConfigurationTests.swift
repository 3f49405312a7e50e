import CinemaClient
import CurlHTTP
import Testing

@testable import CinemaConfiguration

@Suite("The configuration")
struct ConfigurationTests {
    @Test("is not needed")
    func missing() {
        let read = Configuration.read(path: "/nowhere/config.toml", home: nil)
        #expect(read == Configuration(path: "/nowhere/config.toml"))
        #expect(!read.isThere && read.problems == [])
        #expect(Configuration.read(path: nil, home: nil) == Configuration())
    }

    @Test("names sources, and the one to use")
    func sources() throws {
        let read = configuration(
            """
            source = "work"

            [sources.work]
            address = "https://Cinema.example.org/prefix/"

            [sources.index]
            addresses = ["https://es1.example.org:9200", "https://es2.example.org:9200"]
            kind = "elasticsearch"

            [sources.home]
            address = "~/films.sqlite"
            """)
        #expect(read.problems == [])
        #expect(read.sources.map(\.name) == ["work", "index", "home"])
        #expect(
            try read.selection(nil)
                == .remote(
                    SourceConfiguration(
                        name: "work", addresses: ["https://cinema.example.org/prefix"])))
        #expect(
            try read.selection("index")
                == .remote(
                    SourceConfiguration(
                        name: "index",
                        addresses: [
                            "https://es1.example.org:9200", "https://es2.example.org:9200",
                        ],
                        family: .elasticsearch)))
        #expect(try read.selection("home") == .file("/home/ada/films.sqlite"))
        #expect(try read.selection("embedded:") == .embedded)
        #expect(try read.selection("other.sqlite") == .file("other.sqlite"))
    }

    @Test("may have a plain address as the source to use")
    func address() throws {
        let read = configuration("source = \"http://localhost:8000/\"")
        #expect(
            try read.selection(nil)
                == .remote(
                    SourceConfiguration(
                        name: "localhost:8000", addresses: ["http://localhost:8000"])))
    }

    @Test("says where secrets are")
    func secrets() throws {
        #expect(try server("token_env = \"T\"").authorization == .token(.environment("T")))
        #expect(try server("token_file = \"~/t\"").authorization == .token(.file("/home/ada/t")))
        #expect(
            try server("token_command = [\"pass\", \"show\", \"x\"]").authorization
                == .token(.command(["pass", "show", "x"])))
        let source = try server(
            "headers = { X-Api-Key = { env = \"KEY\" }, Cookie = { file = \"/c\" }, X-Team = \"films\" }"
        )
        #expect(
            Set(source.fields) == [
                .init(name: "X-Api-Key", value: .environment("KEY")),
                .init(name: "Cookie", value: .file("/c")),
            ])
        #expect(source.plainFields["x-team"] == "films")
    }

    @Test("says who asks: with a token, an API key, or a user with a password")
    func authorization() throws {
        #expect(try server("api_key_env = \"K\"").authorization == .apiKey(.environment("K")))
        #expect(
            try server("api_key_command = [\"pass\", \"es\"]").authorization
                == .apiKey(.command(["pass", "es"])))
        #expect(
            try server("user = \"ada\"\npassword_file = \"~/p\"").authorization
                == .password(user: "ada", .file("/home/ada/p")))
        #expect(try server("").authorization == nil)
    }

    @Test("says which indices are meant, and whether to look for more nodes")
    func indices() throws {
        let source = try server(
            """
            kind = "elasticsearch"
            index_films = "films"
            index_people = "people_v2,people_v3"
            sniff = true
            """)
        #expect(source.indices == IndexChoice(films: "films", people: "people_v2,people_v3"))
        #expect(source.sniffs && source.family == .elasticsearch)
    }

    @Test(
        "knows the address of a deployment by its id",
        arguments: [
            // "us-east-1.aws.found.io$4fa8821e75634032bed1cf22110e2f97$…"
            (
                "work:dXMtZWFzdC0xLmF3cy5mb3VuZC5pbyQ0ZmE4ODIxZTc1NjM0MDMyYmVkMWNmMjIxMTBlMmY5NyQ0ZmE4ODIxZTc1NjM0MDMyYmVkMWNmMjIxMTBlMmY5Ng==",
                "https://4fa8821e75634032bed1cf22110e2f97.us-east-1.aws.found.io"
            ),
            // "localhost:9243$abc$def" and "example.org$abc:9244$def:5601"
            ("work:bG9jYWxob3N0OjkyNDMkYWJjJGRlZg==", "https://abc.localhost:9243"),
            ("work:ZXhhbXBsZS5vcmckYWJjOjkyNDQkZGVmOjU2MDE=", "https://abc.example.org:9244"),
        ])
    func cloud(id: String, address: String) throws {
        let read = configuration("[sources.work]\ncloud_id = \"\(id)\"\n")
        #expect(read.problems == [])
        #expect(
            try read.selection("work")
                == .remote(
                    SourceConfiguration(
                        name: "work", addresses: [address], family: .elasticsearch)))
    }

    @Test("is printed as it is in force, with secrets only by their place")
    func printed() throws {
        let read = configuration(
            """
            [sources.index]
            addresses = ["http://a:9200", "http://b:9200"]
            kind = "elasticsearch"
            user = "ada"
            password_env = "PASSWORD"
            index_films = "films"
            sniff = true
            [sources.key]
            address = "es+http://a:9200"
            api_key_env = "KEY"
            """)
        let lines = read.lines(chosen: nil, from: "") { _ in "hunter2" }
        for line in [
            "user = \"ada\"", "password_env = \"PASSWORD\"  # set", "index_films = \"films\"",
            "sniff = true", "api_key_env = \"KEY\"  # set",
        ] {
            #expect(lines.contains(line))
        }
        #expect(!lines.joined().contains("hunter2"))
    }

    @Test("says whom to trust")
    func security() throws {
        let source = try server(
            """
            ca_file = "~/ca.pem"
            verify_tls = false
            client_certificate = "/c.pem"
            client_key = "/k.pem"
            """)
        #expect(
            source.security
                == HTTPSecurity(
                    verifiesPeer: false, authorityFile: "/home/ada/ca.pem",
                    clientCertificateFile: "/c.pem", clientKeyFile: "/k.pem"))
    }

    @Test("bounds time and size")
    func limits() throws {
        let source = try server(
            """
            timeout_connect = 2
            timeout_first_byte = 2.5
            timeout_total = 60
            max_answer = "8 MB"
            cache = 1048576
            snapshot = false
            snapshot_films = 500
            """)
        #expect(
            source.limits
                == HTTPLimits(
                    connect: .seconds(2), firstByte: .milliseconds(2_500), total: .seconds(60),
                    bodyBytes: 8 << 20))
        #expect(source.cacheBytes == 1 << 20)
        #expect(!source.keepsSnapshot && source.snapshotFilms == 500)
    }

    @Test("says where the document is")
    func document() throws {
        #expect(
            try server("openapi = \"/docs/o.json\"").documentAddress == "http://host/docs/o.json")
        #expect(
            try server("openapi = \"http://docs/o.json\"").documentAddress == "http://docs/o.json")
    }

    @Test(
        "reads sizes as people write them",
        arguments: [
            ("64 MB", 64 << 20), ("1KB", 1_024), ("12", 12), ("2 gb", 2 << 30), ("", nil),
            ("MB", nil), ("-1 MB", nil), ("1.5 MB", nil), ("99999999999 GB", nil), ("1 TB", nil),
        ] as [(String, Int?)])
    func sizes(text: String, bytes: Int?) {
        #expect(ByteSize.bytes(text) == bytes)
    }

    @Test("of any bytes is read or refused, never a trap")
    func anyBytes() {
        let pieces = [
            "[", "]", "{", "}", "=", "\"", "'", "\n", ".", ",", "#", "sources", "work", "address",
            "a", "1", "\\", "[[", "]]", "\"\"\"", "'''", "true", "1979-05-27", "\u{feff}", "é",
            "inf",
            "token_env", "headers", "0x", "_", "+", "~/", "http://",
        ]
        var random = SeededBytes(seed: 7)
        for round in 0..<4_000 {
            var bytes: [UInt8] = []
            for _ in 0..<random.number(below: 40) {
                if round % 3 == 0 {
                    bytes.append(UInt8(truncatingIfNeeded: random.next()))
                } else {
                    bytes += pieces[random.number(below: pieces.count)].utf8
                }
            }
            _ = Configuration(bytes, path: "config.toml", home: nil)
        }
    }
}
