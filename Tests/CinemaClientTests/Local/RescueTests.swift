import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("Queries that found next to nothing are rescued")
struct RescueTests {
    private func search(_ text: String, count: Int = 20) async throws -> SearchResults {
        try await ProgramFilms.catalog().search(FilmQuery(text), count: count)
    }

    @Test(
        "by kind",
        arguments: [
            ("ыефк цфкы", Rescue.Kind.keyboardLayout, "star wars"),
            ("пачино", .transliteration, "pacino"), ("терминатор", .transliteration, "terminator"),
            ("терм", .transliteration, "term"), ("terminatr", .spelling, "terminator"),
            ("godfatehr", .spelling, "godfather"), ("matirx", .spelling, "matrix"),
            ("schwarzeneger", .spelling, "schwarzenegger"),
        ])
    func kinds(_ typed: String, _ kind: Rescue.Kind, _ shown: String) async throws {
        let results = try await search(typed)
        #expect(results.rescue?.kind == kind)
        #expect(results.rescue?.shown == shown)
        #expect(results.rescue?.typed == typed)
        let rows = results.films.items.count + results.people.items.count
        #expect(rows > 0)
    }

    @Test(
        "not where there is enough, nothing like it, a phrase, a number or a literal",
        arguments: ["star", "qqqqzzzz", "\"terminatr\"", "19999", "$$$$", "-terminatr"])
    func none(_ typed: String) async throws {
        #expect(try await search(typed).rescue == nil)
    }

    @Test("rescued rows stand behind those as typed, without repeating them")
    func behind() async throws {
        // "ad" is a film; under the other layout it is nothing, near it too much.
        let results = try await search("zardoz")
        #expect(results.films.items.first?.title == "Zardoz")
        #expect(Set(results.films.items.map(\.id)).count == results.films.items.count)
    }

    @Test("the rescued text finds the same when it is searched itself")
    func shown() async throws {
        let rescued = try await search("terminatr")
        let shown = try await search(try #require(rescued.rescue).shown)
        #expect(rescued.films.items == shown.films.items)
    }
}
