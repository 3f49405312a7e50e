import CinemaTestSupport
import Testing

@testable import CinemaClient

struct OpenAPIDocumentTests {
    private typealias Route = ServiceDocument.Route

    private func parameters(
        _ parameters: String..., schemas: String = "{}"
    ) throws -> [String: OpenAPIDocument.Schema] {
        let document = ServiceDocument(
            schemas: schemas, routes: [Route(path: "/films", parameters: parameters)])
        let operation = try #require(try OpenAPIDocument(reading: document.bytes).operations.first)
        return Dictionary(uniqueKeysWithValues: operation.query().map { ($0.name, $0.schema) })
    }

    @Test func boundsAreReadInEveryVersionsWay() throws {
        let read = try parameters(
            ServiceDocument.query(
                "a", #""type":"integer","minimum":1.0,"maximum":100.0,"default":25"#),
            ServiceDocument.query(
                "b", #""type":"integer","exclusiveMinimum":0,"exclusiveMaximum":51"#),
            ServiceDocument.query("c", #""type":"integer","minimum":0,"exclusiveMinimum":true"#),
            ServiceDocument.query("d", #""type":"integer","maximum":1e300"#))
        #expect(read["a"]?.minimum == 1 && read["a"]?.maximum == 100 && read["a"]?.standard == "25")
        #expect(read["b"]?.minimum == 1 && read["b"]?.maximum == 50)
        #expect(read["c"]?.minimum == 1)
        #expect(read["d"]?.maximum == .max)
    }

    @Test func valuesAreFoundBehindReferencesAndNullableUnions() throws {
        let read = try parameters(
            ServiceDocument.query(
                "a", ##""allOf":[{"$ref":"#/components/schemas/Sort"}],"default":"up""##),
            ServiceDocument.query(
                "b", ##""anyOf":[{"$ref":"#/components/schemas/Sort"},{"type":"null"}]"##),
            ServiceDocument.query(
                "c", #""type":"array","items":{"type":"string","format":"uuid"}"#),
            schemas: #"{"Sort":{"type":"string","enum":["up","down"]}}"#)
        #expect(read["a"]?.values == ["up", "down"] && read["a"]?.standard == "up")
        #expect(read["b"]?.values == ["up", "down"] && read["b"]?.types == ["string"])
        #expect(read["c"]?.isUUID == true)
    }

    @Test func referencesInCirclesEnd() throws {
        let read = try parameters(
            ServiceDocument.query("a", ##""$ref":"#/components/schemas/A""##),
            ServiceDocument.query("b", ##""$ref":"#/components/schemas/B""##),
            schemas: ##"""
                {"A":{"$ref":"#/components/schemas/A"},
                 "B":{"anyOf":[{"$ref":"#/components/schemas/B"},{"$ref":"#/components/schemas/B"}]}}
                """##)
        #expect(read.count == 2)
    }

    @Test func parametersOfThePathCountForItsGet() throws {
        let text = #"""
            {"paths":{"/films/{id}":{"parameters":[{"$ref":"#/components/parameters/id"},
              {"in":"query","name":"x","schema":{"type":"integer"}}],
              "get":{"parameters":[{"in":"query","name":"x","required":true}]}}},
             "components":{"parameters":{"id":{"in":"path","name":"id","required":true}}}}
            """#
        let operation = try #require(
            try OpenAPIDocument(reading: Array(text.utf8)).operations.first)
        #expect(operation.parameters.map(\.name) == ["x", "id"])
        #expect(operation.query().map(\.isRequired) == [true])
    }

    @Test func onlyWhatCanBeReadIsListed() throws {
        let document = ServiceDocument(routes: [
            Route(path: "/films", method: "post"), Route(path: "/films", rows: ["id", "rating"]),
            Route(path: "/login", method: "post"),
        ])
        let operations = try OpenAPIDocument(reading: document.bytes).operations
        #expect(operations.map(\.path) == ["/films"])
        #expect(operations.first?.rowKeys == ["id", "rating"])
    }

    @Test(arguments: [
        ("/cinema", "/cinema"), ("/cinema/", "/cinema"), ("https://example.org/a/b", "/a/b"),
        ("http://example.org", ""), ("{scheme}://x/y", "/y"), ("/", ""), ("v1", ""),
    ])
    func serverIsThePathBeforeAllPaths(address: String, path: String) throws {
        var document = ServiceDocument.usual()
        document.server = address
        #expect(try OpenAPIDocument(reading: document.bytes).serverPath == path)
    }

    @Test(arguments: ["", "[]", "{}", #"{"paths":[]}"#, "<html>", #"{"paths":null}"#])
    func whatIsNoDocumentIsSaidToBeNone(text: String) {
        #expect(throws: OpenAPIDocument.Failure.self) {
            try OpenAPIDocument(reading: Array(text.utf8))
        }
    }

    @Test func strangeShapesAreLeftOut() throws {
        let text = #"""
            {"servers":{"url":3},"paths":{"films":{"get":{}},"/a":[],"/b":{"get":[]},
             "/c":{"get":{"parameters":{"x":1},"responses":[]}},
             "/d":{"get":{"parameters":[1,null,{"name":7,"in":"query"},{"name":"","in":"query"},
               {"name":"ok","in":"query","required":"true","schema":[]}]}}}}
            """#
        let document = try OpenAPIDocument(reading: Array(text.utf8))
        #expect(document.operations.map(\.path) == ["/c", "/d"])
        #expect(
            document.operations.last?.parameters.map(\.name) == ["ok"])
    }

    /// Whatever comes over the line, reading it ends and does not trap.
    @Test func anyBytesAreSurvived() {
        var random = SeededGenerator(seed: 11)
        let whole = ServiceDocument.usual().bytes
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<random.number(1...8) {
                let position = random.number(0...(bytes.count - 1))
                switch random.number(0...3) {
                case 0: bytes[position] = UInt8(random.number(0...255))
                case 1: bytes.remove(at: position)
                case 2: bytes.removeLast(random.number(0...min(40, bytes.count - 1)))
                default:
                    bytes.insert(contentsOf: Array("{\"$ref\":\"#/paths\"}".utf8), at: position)
                }
            }
            if let document = try? OpenAPIDocument(reading: bytes) {
                _ = DeclaredDialect(document, prefix: "")
            }
        }
    }
}
