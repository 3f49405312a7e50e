import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

@Suite("A snapshot reads a service whole")
struct ServiceSnapshotTests {
    @Test("page by page, every film once", arguments: ServiceDialect.all)
    func whole(_ dialect: ServiceDialect) async throws {
        let service = ServiceFixtures.service(dialect)
        let catalog = service.catalog()
        let plan = try await catalog.snapshotPlan()
        #expect(plan.needsDetails == (dialect.hasDocument))
        var films: [FilmRecord] = []
        var unreadable = 0
        for number in 0..<30 {
            let page = try await catalog.snapshotFilms(page: number)
            films += page.films
            unreadable += page.unreadableRows
            if page.isLast { break }
        }
        let known = ServiceFixtures.readable(dialect)
        #expect(Set(films.compactMap(\.id)) == Set(known.map(\.id)))
        #expect(films.count == known.count)
        #expect(unreadable == ServiceFixtures.corpus.films.count - known.count)
        if plan.films != nil { #expect(plan.films == ServiceFixtures.corpus.films.count) }
    }

    @Test("details and genres", arguments: ServiceDialect.all.filter { $0.hasDocument })
    func details(_ dialect: ServiceDialect) async throws {
        let catalog = ServiceFixtures.service(dialect).catalog()
        let genres = try await catalog.snapshotGenres()
        #expect(genres.map(\.name) == ServiceFixtures.corpus.genres.map(\.name))
        let known = ServiceFixtures.corpus.films[3]
        let film = try await catalog.snapshotFilm(known.id)
        #expect(film.id == known.id)
        #expect(film.credits.count == known.people.count)
    }
}
