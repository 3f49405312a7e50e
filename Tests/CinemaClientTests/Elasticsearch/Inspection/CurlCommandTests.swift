import CinemaCore
import Testing

@testable import CinemaClient

/// A request as one would repeat it in a shell.
@Suite("A request as a curl command")
struct CurlCommandTests {
    private let body: SearchJSON = ["query": ["match": ["title": "it's \u{1b}[2J"]], "size": 1]

    @Test("has its body formatted and quoted, and masks who asks")
    func whole() throws {
        let command = try #require(
            CurlCommand(
                .search(index: "movies", body), body: body,
                at: "http://user:secret@127.0.0.1:9200", isKnown: true))
        let expected = #"""
            -H 'Authorization: …' \
              -H 'Content-Type: application/json' \
              -d '{
                "query": {
                  "match": {
                    "title": "it'\''s \u001b[2J"
                  }
                },
                "size": 1
              }'
            """#
        #expect(command.text.hasPrefix("curl -X POST 'http://127.0.0.1:9200/movies/_search?"))
        #expect(command.text.hasSuffix(expected))
        #expect(!command.text.contains("secret") && !command.text.contains("user"))
        #expect(!command.text.utf8.contains(0x1b))
    }

    @Test("without a body and without a secret is one line")
    func banner() {
        let command = CurlCommand(
            .banner, body: nil, at: "https://films.example:9200", isKnown: false)
        #expect(command?.text == "curl 'https://films.example:9200/'")
    }

    @Test(
        "never has a password",
        arguments: [
            ("http://a:b@host:9200", "http://host:9200"),
            ("http://a:p@w@host/x@y", "http://host/x@y"), ("http://host", "http://host"),
            ("host", "host"), ("http:", "http:"), ("", ""),
        ])
    func passwords(address: String, expected: String) {
        #expect(CurlCommand.withoutSecret(address) == expected)
    }
}

@Suite("JSON as lines that fold")
struct PrettyJSONTests {
    private func lines(_ text: String) throws -> [Inspection.Line] {
        PrettyJSON.lines(try JSONDocument().parse(Array(text.utf8)))
    }

    @Test("a member is a line, short lists of plain values are one")
    func shape() throws {
        let text = try lines(
            #"{"a":1.5,"b":[1,"x",null,true],"c":{"d":[{"e":{}}]},"f":[],"g":12345678901234567}"#
        ).text
        #expect(
            text == #"""
                {
                  "a": 1.5,
                  "b": [1, "x", null, true],
                  "c": {
                    "d": [
                      {
                        "e": {}
                      }
                    ]
                  },
                  "f": [],
                  "g": 12345678901234567
                }
                """#)
    }

    @Test("controls are escaped, long lists go down the screen")
    func odd() throws {
        let list = (0..<30).map { "\"word \($0)\"" }.joined(separator: ",")
        #expect(try lines("[\(list)]").count == 32)
        #expect(try lines(#"["\u001b]52;c;eA==\u0007\u202e"]"#).text.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test("what is beyond a bound is counted")
    func bounded() throws {
        let list = Array(repeating: "{\"a\":1}", count: 20_000).joined(separator: ",")
        let lines = try lines("[\(list)]")
        #expect(lines.count == PrettyJSON.mostLines + 1)
        #expect(lines.last?.text == "… 10002 more lines")
    }
}
