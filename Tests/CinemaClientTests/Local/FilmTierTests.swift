import CinemaCore
import Testing

@testable import CinemaClient

@Suite("Which films a text finds first")
struct FilmTierTests {
    private func titles(_ text: String, among films: [FilmRecord]) throws -> [String] {
        let loader = CatalogLoader(.memory)
        for film in films { try loader.add(film) }
        let connection = try Connection.inMemory()
        try loader.load(into: connection, provenance: "test")
        let database = try CatalogDatabase(connection, shared: SharedMatches())
        return try database.search(FilmQuery(text), count: 20).films.items.map(\.title)
    }

    private func film(_ title: String, rating: Double, _ people: String...) -> FilmRecord {
        var film = FilmRecord(title: title)
        film.rating = Rating(rating)
        film.credits = people.map {
            FilmRecord.Credit(person: FilmRecord.Name(name: $0), role: .actor)
        }
        return film
    }

    @Test("the exact title stays first when something is excluded")
    func exactWithExclusion() throws {
        let films = [
            film("Star", rating: 5), film("Star Trek", rating: 8), film("Star Wars", rating: 9),
        ]
        #expect(try titles("star", among: films) == ["Star", "Star Wars", "Star Trek"])
        #expect(try titles("star -wars", among: films) == ["Star", "Star Trek"])
    }

    @Test("an article that the title lacks does not count beside a phrase either")
    func exactWithPhrase() throws {
        let films = [film("Star Wars", rating: 5), film("Starwars", rating: 8)]
        #expect(try titles("the star wars", among: films) == ["Starwars", "Star Wars"])
        #expect(try titles("the \"star wars\"", among: films) == ["Star Wars"])
    }

    @Test("a short word that grows keeps the films of the people before it")
    func shortWordBehindPeople() throws {
        let films = [
            film("Heat", rating: 8, "Al Pacino"), film("Serpico", rating: 7, "Al Pacino"),
            film("Help", rating: 9, "Helen Hunt"),
        ]
        for text in ["pacino h", "pacino he", "pacino hea", "pacino heat"] {
            #expect(try titles(text, among: films) == ["Heat"], "\(text)")
        }
        // The letters themselves are not looked for among the people.
        #expect(try titles("he", among: films) == ["Help", "Heat"])
    }
}
