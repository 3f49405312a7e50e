import CinemaCore
import Testing

@testable import CinemaClient

/// Runs over services that are there, which the suite cannot bring along; they
/// have to hold the same films.
@Suite(
    "Services that run somewhere are read alike", .serialized,
    .enabled(
        if: !RealService.all.isEmpty, "set CINEMA_TEST_SERVICES to the addresses of some to run it"
    ))
struct RealServiceTests {
    /// Films of many people, as the services have them.
    private static let mostFilms = 5

    /// The films of the first service that have the most people in them.
    private func films() async throws -> [Identifier<Film>] {
        let catalog = try #require(RealService.all.first).open()
        let rows = try await catalog.films(FilmQuery(), page: PageRequest(count: 40)).items
        var films: [Film] = []
        for row in rows {
            if let film = try? await catalog.film(row.id) { films.append(film) }
        }
        return films.sorted { $0.credits.count > $1.credits.count }.prefix(Self.mostFilms)
            .map(\.id)
    }

    @Test("a film is the same film, as far as each tells of it")
    func sameFilms() async throws {
        for id in try await films() {
            var reference: ToldFilm?
            for service in RealService.all {
                let told: ToldFilm
                do {
                    told = ToldFilm(try await service.open().film(id))
                } catch let error as CatalogError where error.kind == .invalidAnswer {
                    // Some fail at films without a rating or a description.
                    continue
                }
                let differences = reference.map(told.differences) ?? []
                #expect(differences.isEmpty, "\(id) of \(service)")
                reference = reference ?? told
                reference?.complete(from: told)
            }
        }
    }

    @Test("the list has every film once, best rated first", arguments: RealService.all)
    func list(_ service: RealService) async throws {
        let catalog = try service.open()
        let films = try await catalog.films(FilmQuery(), page: PageRequest(count: 5_000))
        #expect(films.items.count > 900)
        #expect(Set(films.items.map(\.id)).count == films.items.count)
        #expect(films.items.count == films.total.value)
        let ratings = films.items.compactMap { $0.rating?.tenths }
        #expect(ratings == ratings.sorted(by: >))
    }

    @Test(
        "a text that a search server takes for syntax is searched for as words",
        arguments: RealService.all,
        ["star:", "star/wars", "star AND", "\"star", "(star", "star\\"])
    func syntax(_ service: RealService, _ text: String) async throws {
        let films = try await service.open().films(FilmQuery(text), page: PageRequest(count: 5))
        #expect(!films.items.isEmpty)
    }

    @Test(
        "a filter by genre gives its films only, or says that it did not",
        arguments: RealService.all)
    func genre(_ service: RealService) async throws {
        let catalog = try service.open()
        let query = FilmQuery("genre:western")
        let films = try await catalog.films(query, page: PageRequest(count: 5))
        guard films.origin?.ignored.isEmpty ?? true else { return }
        for row in films.items {
            let film = try await catalog.film(row.id)
            #expect(film.summary.genres.contains { $0.name == "Western" }, "\(row.title)")
        }
    }

    @Test("what is not there is not found", arguments: RealService.all)
    func missing(_ service: RealService) async throws {
        let error = await #expect(throws: CatalogError.self) {
            try await service.open().film(Identifier("00000000-0000-0000-0000-000000000001"))
        }
        #expect(error?.kind == .notFound || error?.kind == .invalidAnswer)
    }
}
