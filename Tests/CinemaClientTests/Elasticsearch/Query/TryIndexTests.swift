import CinemaCore
import Testing

@testable import CinemaClient

@Suite("TRY", .enabled(if: !RealIndex.all.isEmpty))
struct TryIndexTests {
    @Test(arguments: RealIndex.all)
    func look(_ index: RealIndex) async throws {
        let catalog = index.open()
        print(try await catalog.summary())
        print(catalog.capabilities)
        for text in ["", "star wars", "star wa", "the", "genre:drama", "lucas", "al pacin", "-star", "\"star wars\"", "year:1977..1983 star", "sort:title", "$", "spiderman", "runn", "rating:>=9", "director:lucas", "zzzz", "ыефк", "терминатор", "terminatr", "star trak", "лукас"] {
            let query = FilmQuery(text)
            let clock = ContinuousClock()
            let start = clock.now
            let r = try await catalog.search(query, count: 20)
            print("== \(text)  \(clock.now - start)", r.films.total, r.people.total, r.genres.total, r.origin?.ignored ?? [], r.rescue as Any, r.filmsFailure?.sentence ?? "", r.peopleFailure?.sentence ?? "")
            print("  ", r.films.items.prefix(6).map { "\($0.title) \($0.rating?.description ?? "-")" })
            print("  ", r.people.items.prefix(3).map { "\($0.name) \($0.films) \($0.roles)" }, r.genres.items.prefix(3).map { "\($0.name) \($0.films)" })
            let s = try await catalog.statistics(query)
            print("  ", s.films, s.people, s.genres, s.facets.genres.prefix(3).map { "\($0.genre.name) \($0.films)" }, s.facets.decades.prefix(3), s.facets.ratings)
        }
    }
}
