import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Near words")
struct NearWordTests {
    /// A database whose vocabulary is the given titles' words.
    private func database(_ words: [String]) throws -> CatalogDatabase {
        let loader = CatalogLoader(.memory)
        for word in words { try loader.add(FilmRecord(title: word)) }
        let connection = try Connection.inMemory()
        try loader.load(into: connection, provenance: "test")
        return try CatalogDatabase(connection, shared: SharedMatches())
    }

    @Test("one change from four letters, two from eight, none below")
    func tolerance() throws {
        let database = try database(["star", "terminator", "ox", "starlight", "тарас"])
        func near(_ word: String) throws -> [String] {
            try database.nearWords(to: word).map(\.text)
        }
        #expect(try near("satr") == ["star"])
        #expect(try near("stra") == ["star"])
        #expect(try near("sta") == [])
        #expect(try near("xo") == [])
        #expect(try near("treminatr") == ["terminator"])
        #expect(try near("terminatorxx") == ["terminator"])
        #expect(try near("тарса") == ["тарас"])
        #expect(try near("star") == [])
    }

    @Test("the nearest first, then the most frequent")
    func order() throws {
        let database = try database(["cart", "card", "card two", "care", "scart"])
        let words = try database.nearWords(to: "carx").map(\.text)
        #expect(words.first == "card")
        #expect(Set(words) == ["card", "care", "cart"])
    }

    @Test("as many as a look at every word finds", arguments: 0..<4)
    func complete(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let letters = Array("abc")
        func word(_ length: ClosedRange<Int>) -> String {
            String((0..<random.number(length)).map { _ in random.element(letters) })
        }
        // Of less than eight letters the index promises one change only.
        let words = Set((0..<150).map { _ in word(4...7) })
        let database = try database(words.sorted())
        for _ in 0..<60 {
            let typed = word(4...7)
            let expected = words.filter {
                $0 != typed && EditDistance.between($0, typed, limit: 1) != nil
            }
            #expect(Set(try database.nearWords(to: typed).map(\.text)) == expected, "\(typed)")
        }
    }
}
