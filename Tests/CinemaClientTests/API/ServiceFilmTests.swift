import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("A film is the same film in every dialect")
struct ServiceFilmTests {
    @Test("its record says what the service tells", arguments: ServiceDialect.all)
    func sameFilm(_ dialect: ServiceDialect) async throws {
        let catalog = ServiceFixtures.service(dialect).catalog()
        for known in ServiceFixtures.readable(dialect).prefix(40) {
            let film = try await catalog.film(Identifier(known.id))
            #expect(film.id.text == known.id)
            #expect(film.title == known.title)
            #expect(film.summary.rating?.tenths == known.tenths)
            #expect(film.description == known.description)
            #expect(film.summary.genres.map(\.name) == known.genres.map(\.name))
            #expect(Set(film.people(.director).map(\.name)) == Set(known.directors.map(\.name)))
            #expect(Set(film.people(.writer).map(\.name)) == Set(known.writers.map(\.name)))
            #expect(Set(film.people(.actor).map(\.name)) == Set(known.actors.map(\.name)))
        }
    }

    @Test("genres that are only names or only ids are those of the list of genres")
    func genres() async throws {
        for dialect in [ServiceDialect.envelope, .pathText, .fragile] {
            let catalog = ServiceFixtures.service(dialect).catalog()
            let known = try #require(ServiceFixtures.corpus.films.first { !$0.genres.isEmpty })
            let film = try await catalog.film(Identifier(known.id))
            #expect(film.summary.genres.map(\.id.text) == known.genres.map(\.id))
        }
    }

    @Test("what there is not is told as that", arguments: ServiceDialect.all)
    func missing(_ dialect: ServiceDialect) async throws {
        let catalog = ServiceFixtures.service(dialect).catalog()
        for id in ["no", "10000000-0000-4000-8000-00000000ffff", "", "a/b?c=d#e"] {
            let error = await #expect(throws: CatalogError.self) {
                try await catalog.film(Identifier(id))
            }
            #expect(error?.kind == .notFound)
        }
    }

    @Test("a film that the server fails at says so, and does not mean that the server is away")
    func failing() async throws {
        let catalog = ServiceFixtures.service(.fragile).catalog()
        let unrated = try #require(ServiceFixtures.corpus.films.last)
        let error = await #expect(throws: CatalogError.self) {
            try await catalog.film(Identifier(unrated.id))
        }
        #expect(error?.kind == .invalidAnswer)
        #expect(error?.sentence.contains("Internal Server Error") == true)
    }

    @Test(
        "a person's films have the roles that the service tells, in whatever shape",
        arguments: ServiceDialect.all.filter { $0.paths["person"] != nil })
    func people(_ dialect: ServiceDialect) async throws {
        let corpus = ServiceFixtures.corpus
        let service = ServiceFixtures.service(dialect)
        let catalog = service.catalog()
        // More films than are looked up one by one, and fewer.
        let few = try #require(
            corpus.people.first { (2...20).contains(corpus.films(of: $0.id).count) })
        let person = try await catalog.person(Identifier(few.id))
        let known = corpus.films(of: few.id).filter {
            !dialect.failsAtUnrated || $0.tenths != nil
        }
        #expect(person.name == few.name)
        #expect(Set(person.filmography.map(\.film.title)) == Set(known.map(\.title)))
        for entry in person.filmography {
            let film = try #require(corpus.film(entry.film.id.text))
            #expect(Set(entry.roles.map(\.name)) == Set(film.roles(of: few.id)))
        }
        #expect(service.requests.count < 60)
    }

    @Test("a director of whom only the name is told is found by it")
    func byName() async throws {
        let catalog = ServiceFixtures.service(.pathText).catalog()
        let known = try #require(
            ServiceFixtures.corpus.films.first { $0.directors.count == 1 })
        let film = try await catalog.film(Identifier(known.id))
        let director = try #require(film.summary.directors.first)
        #expect(try await catalog.person(director.id).name == known.directors[0].name)
    }
}
