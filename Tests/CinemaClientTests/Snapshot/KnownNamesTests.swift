import CinemaCore
import Testing

@testable import CinemaClient

@Suite("Names without an id")
struct KnownNamesTests {
    private func film(_ title: String, _ credits: [(String, String?, Role)]) -> FilmRecord {
        var film = FilmRecord(title: title)
        film.credits = credits.map { name, id, role in
            FilmRecord.Credit(person: FilmRecord.Name(id: id, name: name), role: role)
        }
        return film
    }

    @Test("mean the one person who has the name and an id elsewhere")
    func people() {
        let played = film("A", [("Mark Hamill", "7", .actor), ("John", "1", .actor)])
        let directed = film("B", [("Mark Hamill", nil, .director), ("Nobody", nil, .writer)])
        var names = KnownNames(genres: [])
        names.note(played)
        names.note(directed)
        #expect(names.named(directed).credits.map(\.person.id) == ["7", nil])
    }

    @Test("mean nobody where two have the name")
    func namesakes() {
        var names = KnownNames(genres: [])
        names.note(film("A", [("John", "1", .actor)]))
        names.note(film("B", [("John", "2", .actor)]))
        names.note(film("C", [("John", "1", .writer)]))
        let named = names.named(film("D", [("John", nil, .director)]))
        #expect(named.credits[0].person.id == nil)
    }

    @Test("of genres are those of the list of genres")
    func genres() {
        var one = FilmRecord(title: "A")
        one.genres = [FilmRecord.Name(name: "Drama"), FilmRecord.Name(name: "War")]
        let names = KnownNames(genres: [
            GenreRecord(id: "5", name: "Drama", description: nil),
            GenreRecord(id: "War", name: "War", description: nil),
        ])
        #expect(names.named(one).genres.map(\.id) == ["5", nil])
    }
}
