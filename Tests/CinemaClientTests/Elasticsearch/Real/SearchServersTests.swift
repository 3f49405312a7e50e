import CinemaCore
import CinemaTestSupport
import Glibc
import Testing

@testable import CinemaClient

/// Search servers that run somewhere, with films in any layout: addresses
/// apart by blanks in `CINEMA_TEST_SEARCH_SERVERS`.
private enum SearchServers {
    static let addresses =
        getenv("CINEMA_TEST_SEARCH_SERVERS").map {
            String(cString: $0).split(separator: " ").map(String.init)
        } ?? []

    static func transport(_ address: String) -> any SearchTransport {
        let source = SourceConfiguration(
            name: address, addresses: [address], family: .elasticsearch)
        let options = RemoteSource.Options(cacheDirectory: nil, usesSnapshot: false)
        return SourceServers(source, SourceConnection(source, options)).cluster
    }
}

@Suite(.serialized, .disabled(if: SearchServers.addresses.isEmpty))
struct SearchServersTests {
    private func catalog(_ address: String) -> ElasticsearchCatalog {
        ElasticsearchCatalog(name: address, transport: SearchServers.transport(address))
    }

    @Test(arguments: SearchServers.addresses)
    func everyPlaceIsReached(address: String) async throws {
        let transport = SearchServers.transport(address)
        let layout = try await LayoutReader(transport: transport, name: address).layout()
        let fields = layout.films.fields
        var sort: [SearchJSON] = []
        if let rating = fields.rating?.exact {
            sort = [["\(rating)": ["order": "desc", "missing": "_last"]]]
        }
        let plan = ResultPlan(
            index: layout.films.name, query: ["match_all": [:]], sort: sort,
            tieBreak: fields.id?.exact, source: [])
        let all = ResultWalk(
            transport: transport, layout: layout, name: address, thread: SerialThread())
        var order: [String] = []
        while true {
            let rows = try await all.rows(plan, offset: order.count, count: 1_000, held: true)
            order += rows.hits.map(\.documentID)
            if rows.hits.count < 1_000 { break }
        }
        await all.close()
        #expect(order.count == layout.films.documents)
        #expect(Set(order).count == order.count)
        let walk = ResultWalk(
            transport: transport, layout: layout, name: address, thread: SerialThread())
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<30 {
            let offset = Int.random(in: 0..<order.count, using: &generator)
            let clock = ContinuousClock()
            let start = clock.now
            let rows = try await walk.rows(plan, offset: offset, count: 50)
            print(address, offset, clock.now - start)
            #expect(rows.total == order.count)
            #expect(
                rows.hits.map(\.documentID) == Array(order.dropFirst(offset).prefix(50)),
                "offset \(offset)")
        }
        await walk.close()
    }

    @Test(arguments: SearchServers.addresses)
    func snapshotHasEveryFilmOnce(address: String) async throws {
        let catalog = catalog(address)
        let plan = try await catalog.snapshotPlan()
        let clock = ContinuousClock()
        let start = clock.now
        var films: [FilmRecord] = []
        var page = 0
        while true {
            // Another process goes on in the middle.
            let reader = page == 3 ? self.catalog(address) : catalog
            let answer = try await reader.snapshotFilms(page: page)
            films += answer.films
            page += 1
            if answer.isLast { break }
        }
        print(address, films.count, "films in", clock.now - start)
        #expect(films.count == plan.films)
        #expect(Set(films.map(\.id)).count == films.count)
        #expect(films.contains { !$0.credits.isEmpty })
        let genres = try await catalog.snapshotGenres()
        #expect(genres.count >= 20)
        let film = try #require(films.first { $0.credits.count > 3 })
        #expect(try await catalog.snapshotFilm(try #require(film.id)) == film)
    }

    @Test(arguments: SearchServers.addresses)
    func filmPersonAndGenreLeadToOneAnother(address: String) async throws {
        let catalog = catalog(address)
        let page = try await catalog.snapshotFilms(page: 0)
        for record in page.films.filter({ $0.credits.count > 3 }).prefix(5) {
            let film = try await catalog.film(Identifier(try #require(record.id)))
            #expect(film.title == record.title)
            for credit in film.credits.prefix(6) {
                let person = try await catalog.person(credit.person.id)
                #expect(person.name == credit.person.name)
                let entry = person.filmography.first { $0.film.id == film.id }
                #expect(
                    entry?.roles == Role.inBilling(credit.roles), "\(person.name) in \(film.title)")
                let years = person.filmography.map { $0.film.year ?? .min }
                #expect(years == years.sorted(by: >))
            }
            for genre in film.summary.genres {
                let found = try await catalog.genre(genre.id)
                #expect(found.summary.name == genre.name)
                #expect(found.summary.films > 0)
                #expect(!found.best.isEmpty)
            }
        }
        await #expect(throws: CatalogError.self) { try await catalog.film(Identifier("nobody")) }
        await #expect(throws: CatalogError.self) { try await catalog.person(Identifier("nobody")) }
    }
}
