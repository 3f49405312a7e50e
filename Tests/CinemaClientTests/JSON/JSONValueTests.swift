import Testing

@testable import CinemaClient

struct JSONValueTests {
    private func value(_ text: String) throws -> JSONValue {
        try JSONDocument().parse(Array(text.utf8))
    }

    @Test func membersAreFoundByKey() throws {
        let film = try value(
            #"{"title": "Амели", "genres": [{"name": "Comedy"}], "year": 2001, "é": {}}"#)
        #expect(film["title"]?.string == "Амели")
        #expect(film["year"]?.integer == 2001)
        #expect(film["é"]?.kind == .object)
        #expect(film["titl"] == nil && film["name"] == nil && film[""] == nil)
        #expect(film["genres"]?.elements.compactMap { $0["name"]?.string } == ["Comedy"])
    }

    @Test func firstOfEqualKeysCounts() throws {
        #expect(try value(#"{"a": 1, "a": 2}"#)["a"]?.integer == 1)
    }

    @Test func escapedKeyIsFound() throws {
        #expect(try value(#"{"\u0061\n": 1}"#)["a\n"]?.integer == 1)
    }

    @Test func nullIsAbsentAsAMember() throws {
        let film = try value(#"{"year": null}"#)
        #expect(film["year"] == nil)
        #expect(film.members.map { $0.value.isNull } == [true])
    }

    @Test func onlyObjectsHaveMembers() throws {
        for text in ["[1]", "\"a\"", "7", "null", "true"] {
            let value = try value(text)
            #expect(value["a"] == nil)
            #expect(value.members.map(\.key.string).isEmpty)
        }
        #expect(try value("{\"a\": 1}").elements.map(\.kind).isEmpty)
        #expect(try value("\"a\"").count == 0)
    }

    @Test func childrenAreVisitedInOrder() throws {
        let root = try value(#"[[1, [2]], {"a": {"b": 3}, "c": 4}, 5]"#)
        #expect(root.count == 3)
        #expect(root.elements.map(\.count) == [2, 2, 0])
        let object = try #require(root.elements.dropFirst().first { $0.kind == .object })
        #expect(object.members.map(\.key.string) == ["a", "c"])
        #expect(object["c"]?.integer == 4)
    }

    @Test(
        arguments: [
            ("7", 7), ("-7", -7), ("7.0", 7), ("7e2", 700), ("\"7\"", 7), ("\" 7 \"", 7),
            ("\"7.0\"", 7), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("7.5", nil), ("9223372036854775808", nil), ("1e300", nil), ("\"\"", nil),
            ("\"x\"", nil),
            ("true", nil), ("null", nil), ("[7]", nil),
        ] as [(String, Int64?)])
    func integersAreReadLeniently(text: String, integer: Int64?) throws {
        #expect(try value(text).integer == integer)
    }

    @Test(
        arguments: [
            ("7.5", 7.5), ("7", 7), ("\"7.5\"", 7.5),
            ("18446744073709551615", 0x1p64),
            ("0.1", 0.1), ("123456789012345678901234567890", 1.2345678901234568e29),
            ("8.3000000000000007", 8.3), ("1e-400", 0), ("\"nan\"", nil), ("\"inf\"", nil),
            ("\"1e400\"", nil), ("\"N/A\"", nil), ("{}", nil),
        ] as [(String, Double?)])
    func numbersAreReadLeniently(text: String, number: Double?) throws {
        #expect(try value(text).double == number)
    }

    /// RapidJSON 1.1 reads outside its tables here when asked for full precision.
    @Test func numbersNearZeroAreRead() throws {
        let zeros = String(repeating: "0", count: 292)
        #expect(try value("0.\(zeros)5").double == 5e-293)
        #expect(try value("0.\(zeros)\(zeros)5").double == 0)
        #expect(try value("0.\(zeros)\(zeros)5e300").double == 5e-285)
        #expect(try value("-0.\(zeros)5e-9999999999").double == 0)
    }

    @Test func identifiersAreReadAsText() throws {
        #expect(try value("7").text == "7")
        #expect(try value("7.0").text == "7")
        #expect(try value("7.5").text == "7.5")
        #expect(try value("18446744073709551615").text == "18446744073709551615")
        #expect(try value("\"tt1\"").text == "tt1")
        #expect(try value("7").string == nil)
        #expect(try value("[]").text == nil)
    }

    @Test func truthIsReadLeniently() throws {
        let readings = try ["true", "\"false\"", "1", "0", "\"1\"", "2", "\"yes\"", "null"].map {
            try value($0).boolean
        }
        #expect(readings == [true, false, true, false, true, nil, nil, nil])
    }
}
