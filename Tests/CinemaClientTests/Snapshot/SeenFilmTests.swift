import CinemaCore
import Testing

@testable import CinemaClient

@Suite("Films that were seen, and films that are read back")
struct SeenFilmTests {
    private let hamill = PersonReference(id: Identifier("name:Mark Hamill"), name: "Mark Hamill")
    private let lucas = PersonReference(id: Identifier("p1"), name: "George Lucas")

    @Test("ids that were made of names are none, so that other films may tell them")
    func madeUp() {
        var summary = FilmSummary(id: Identifier("f"), title: "Star")
        summary.directors = [hamill, lucas]
        summary.genres = [
            GenreReference(id: Identifier("Drama"), name: "Drama"),
            GenreReference(id: Identifier("g1"), name: "War"),
        ]
        let film = FilmRecord(summary)
        #expect(film.credits.map(\.person.id) == [nil, "p1"])
        #expect(film.genres.map(\.id) == [nil, "g1"])
    }

    @Test("an exported person without an id is read back as one")
    func exported() throws {
        let text = #"""
            [{"id": "name:Mark Hamill", "name": "Mark Hamill"}, {"id": "p", "name": "A"},
            {"id": "Cher", "name": "Cher"}]
            """#
        let names = try JSONDocument().parse(Array(text.utf8)).elements.compactMap {
            FilmRecordReader.name($0)
        }
        #expect(names.map(\.id) == [nil, "p", "Cher"])
    }
}
