import Testing

@testable import CinemaClient

struct JSONDocumentTests {
    private let document = JSONDocument()

    private func error(_ text: String) -> JSONError? {
        error(Array(text.utf8))
    }

    private func error(_ bytes: [UInt8]) -> JSONError? {
        #expect(throws: JSONError.self) { try document.parse(bytes) }
    }

    @Test(arguments: [
        "", " ", "{", "[1,", "{\"a\"", "{\"a\":", "\"abc", "tru", "-", "1.", "\"\\u12",
    ])
    func cutOffTextIsAnError(text: String) {
        #expect(error(text)?.kind == .syntax)
    }

    @Test(arguments: ["[1,]", "{\"a\":1,}", "{a:1}", "[1] 2", "'a'", "01", "NaN", "[1\0]", "1\0"])
    func whatIsNoJSONIsAnError(text: String) {
        #expect(error(text)?.kind == .syntax)
    }

    @Test func errorSaysWhere() {
        let error = error("[\n1,\n oops]")
        #expect(error?.offset == 6)
        #expect(error?.line == 3)
        #expect(error?.description == "line 3, byte 6: Invalid value.")
    }

    @Test func depthIsBounded() throws {
        let document = JSONDocument(depth: 3)
        try document.parse(Array("[[[1]]]".utf8))
        let error = #expect(throws: JSONError.self) { try document.parse(Array("[[[[".utf8)) }
        #expect(error?.kind == .depth)
        #expect(error?.message == "more than 3 levels deep")
    }

    @Test func bottomlessTextIsAnError() {
        let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(error(brackets)?.kind == .depth)
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82], [0x22, 0xF0, 0x9F, 0x8E],
            Array("\"\\ud800\"".utf8), Array("\"\\ud800\\u0041\"".utf8),
        ] as [[UInt8]])
    func textThatIsNotUnicodeIsAnError(bytes: [UInt8]) {
        #expect(error(bytes)?.kind == .encoding)
    }

    @Test func secondHalfOfASurrogatePairIsReplaced() throws {
        let text = try #require(try document.parse(Array("\"a\\udc00b\"".utf8)).string)
        #expect(text.first == "a" && text.last == "b")
        #expect(text.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test func numberBeyondDoubleIsAnError() {
        #expect(error("1e400")?.kind == .numberRange)
        #expect(error("9e308")?.kind == .numberRange)
        #expect(error("[1\(String(repeating: "0", count: 400))]")?.kind == .numberRange)
        #expect(error("-1e400")?.kind == .numberRange)
    }

    @Test func byteOrderMarkIsPassedOver() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        #expect(try document.parse(mark + Array("7".utf8)).integer == 7)
        #expect(error(mark + Array("[".utf8))?.offset == 4)
    }

    @Test func documentIsUsableAfterAnError() throws {
        #expect(error("[[[") != nil)
        #expect(try document.parse(Array("{\"a\":[1]}".utf8))["a"]?.count == 1)
    }

    @Test func valueOfAnOlderParseTraps() async {
        await #expect(processExitsWith: .failure) {
            let document = JSONDocument()
            let value = try document.parse(Array("[1]".utf8))
            try document.parse(Array("[2]".utf8))
            _ = value.count
        }
    }
}
