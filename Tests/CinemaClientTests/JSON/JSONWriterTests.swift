import Testing

@testable import CinemaClient

struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func objectsAndArraysAreWritten() {
        let text = written { writer in
            writer.object { film in
                film.member("title", "Skyfall")
                film.array("genres") { genres in
                    genres.object { $0.member("name", "Action") }
                    genres.object { _ in }
                    genres.array { $0.element(true) }
                }
                film.object("rating") { $0.member("critics", 8.2) }
                film.memberNull("plot")
                film.member("seen", false)
            }
        }
        #expect(
            text == #"{"title":"Skyfall","genres":[{"name":"Action"},{},[true]],"#
                + #""rating":{"critics":8.2},"plot":null,"seen":false}"#)
    }

    @Test func unknownMembersAreAbsent() {
        let text = written { writer in
            writer.object { film in
                film.member("title", nil as String?)
                film.member("year", 2012)
                film.member("rating", nil as Double?)
                film.member("runtime", nil as Int?)
                film.member("votes", nil as Int64?)
                film.member("seen", nil as Bool?)
            }
        }
        #expect(text == #"{"year":2012}"#)
    }

    @Test func numbersAreShortest() {
        let text = written { writer in
            writer.array { numbers in
                for number in [8.0, 0.1, -0.0, 1e100, 1e-5, .nan, .infinity] {
                    numbers.element(number)
                }
                numbers.element(Int64.min)
            }
        }
        #expect(text == "[8.0,0.1,-0.0,1e+100,1e-05,null,null,-9223372036854775808]")
    }

    @Test func linesStandForThemselves() {
        let text = written { writer in
            for year in [1, 2] {
                writer.object { $0.member("year", year) }
                writer.newline()
            }
        }
        #expect(text == "{\"year\":1}\n{\"year\":2}\n")
    }

    @Test func textStaysAsItIs() {
        #expect(
            written { $0.element("Ё 日本 🎬 é \u{A0}\u{61D}\u{2027}") }
                == "\"Ё 日本 🎬 é \u{A0}\u{61D}\u{2027}\"")
    }

    @Test(arguments: [
        ("\"\\/", #"\"\\/"#), ("\n\r\t\u{8}\u{C}", #"\n\r\t\b\f"#),
        ("\u{0}\u{1B}[31m", #"\u0000\u001b[31m"#),
        ("\u{7F}\u{80}\u{9B}", #"\u007f\u0080\u009b"#), ("\u{2028}\u{2029}", #"\u2028\u2029"#),
        ("a\u{202E}b\u{2066}\u{200F}\u{61C}", #"a\u202eb\u2066\u200f\u061c"#),
    ])
    func dangerousTextIsEscaped(text: String, escaped: String) {
        #expect(written { $0.element(text) } == "\"\(escaped)\"")
    }

    @Test func everyScalarReadsBackAsItself() throws {
        let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        var writer = JSONWriter()
        writer.element(String(text))
        #expect(try JSONDocument().parse(writer.bytes).string == String(text))
    }

    @Test func bytesAreTaken() {
        var writer = JSONWriter()
        writer.element(1)
        #expect(writer.takeBytes() == [UInt8(ascii: "1")])
        #expect(writer.bytes.isEmpty)
    }

    @Test func errorsPassThrough() {
        struct Failure: Error {}
        var writer = JSONWriter()
        #expect(throws: Failure.self) {
            try writer.object { _ throws(Failure) in throw Failure() }
        }
    }
}
