import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

extension CatalogFixture {
    /// Every catalogue that has to pass; a real search server alone, which is
    /// another one in each run.
    static let all: [CatalogFixture] =
        RealSearchServer.isThere
        ? RealSearchServer.fixtures
        : [
            .imported(count: 250, seed: 7),
            .imported("empty but for one", [ReferenceFilm(id: "1", title: "One")]),
            .remote(count: 250, seed: 7),
            CatalogFixture(name: "embedded", reference: ReferenceCatalog([])) {
                try await ProgramFilms.catalog()
            },
        ] + services + RealService.all.map(\.fixture) + RealIndex.all.map(\.fixture)

    /// APIs, each in another dialect.
    static let services = ServiceDialect.all.map { dialect in
        CatalogFixture(name: "service: \(dialect)", reference: ReferenceCatalog([])) {
            ServiceFixtures.service(dialect).catalog()
        }
    }
}

extension Catalog {
    /// The answer; nil where the catalogue says that it cannot answer this
    /// kind of question.
    fileprivate func supported<Answer>(
        _ question: (Self) async throws -> Answer
    ) async throws -> Answer? {
        do {
            return try await question(self)
        } catch let error as CatalogError where error.kind == .unsupported {
            return nil
        }
    }
}

/// What any catalogue does, whatever it holds.
@Suite("A catalogue keeps its promises")
struct CatalogConformanceTests {
    static let queries = [
        "", "star", "the", "love st", "a", "-star", "\"star wars\"", "genre:drama",
        "year:1990..1999 man",
        "war sort:-rating", "sort:year", "sort:title", "zzzz",
    ]

    @Test("any page is that slice of the whole", arguments: CatalogFixture.all, queries)
    func pages(_ fixture: CatalogFixture, _ text: String) async throws {
        let catalog = try await fixture.catalog()
        guard catalog.capabilities.jumps else { return }
        let query = FilmQuery(text)
        guard
            let whole = try await catalog.supported({
                try await $0.films(query, page: PageRequest(count: 400)).items
            })
        else { return }
        for (offset, count) in [(0, 0), (0, 10), (7, 5), (399, 3), (1_000_000, 5)] {
            let page = try await catalog.films(
                query, page: PageRequest(offset: offset, count: count))
            #expect(page.offset == offset)
            if offset + count <= 400 {
                #expect(page.items == Array(whole.dropFirst(offset).prefix(count)))
            } else if offset > 400 {
                #expect(page.items.isEmpty)
            }
        }
        #expect(Set(whole.map(\.id)).count == whole.count)
        guard
            let people = try await catalog.supported({
                try await $0.people(query, page: PageRequest(count: 60)).items
            })
        else { return }
        let later = try await catalog.people(query, page: PageRequest(offset: 20, count: 20)).items
        #expect(later == Array(people.dropFirst(20).prefix(20)))
        #expect(Set(people.map(\.id)).count == people.count)
    }

    @Test(
        "the first rows are those of the pages, and totals agree", arguments: CatalogFixture.all,
        queries)
    func firstRows(_ fixture: CatalogFixture, _ text: String) async throws {
        let catalog = try await fixture.catalog()
        let query = FilmQuery(text)
        let results = try await catalog.completeSearch(query, count: 15)
        let page = PageRequest(count: 15)
        if results.filmsFailure == nil {
            #expect(try await catalog.films(query, page: page).items == results.films.items)
        }
        if results.peopleFailure == nil {
            #expect(try await catalog.people(query, page: page).items == results.people.items)
        }
        if results.genresFailure == nil {
            #expect(try await catalog.genres(query, page: page).items == results.genres.items)
        }
        let failures = [results.filmsFailure, results.peopleFailure, results.genresFailure]
        #expect(failures.compactMap { $0 }.allSatisfy { $0.kind == .unsupported })
        guard catalog.capabilities.countsExactly else { return }
        let statistics = try await catalog.statistics(query)
        #expect(statistics.films.isExact)
        #expect(statistics.films.value >= results.films.items.count)
        #expect(statistics.films.value == results.films.total.value)
        let genres = statistics.facets.genres
        #expect(genres.allSatisfy { $0.films > 0 && $0.films <= statistics.films.value })
        #expect(genres.map(\.films) == genres.map(\.films).sorted(by: >))
    }

    @Test(
        "every sort, both ways, has the unknown last", arguments: CatalogFixture.all,
        FilmSort.Field.allCases)
    func sorts(_ fixture: CatalogFixture, _ field: FilmSort.Field) async throws {
        let catalog = try await fixture.catalog()
        guard catalog.capabilities.sorts.contains(field), field != .relevance, field != .title
        else { return }
        for isDescending in [false, true] {
            let query = FilmQuery(text: .empty, sort: FilmSort(field, descending: isDescending))
            let total = try await catalog.statistics(query).films.value
            let films = try await catalog.films(query, page: PageRequest(count: total)).items
            #expect(films.count == total)
            let values = films.map { film -> Int? in
                switch field {
                case .rating: film.rating?.tenths
                case .year: film.year
                case .reviews: film.reviews
                default: film.runtime
                }
            }
            let known = values.prefix { $0 != nil }.compactMap { $0 }
            #expect(values.dropFirst(known.count).allSatisfy { $0 == nil })
            #expect(known == known.sorted { isDescending ? $0 > $1 : $0 < $1 })
        }
    }

    @Test(
        "a filter and its negation part the catalogue", arguments: CatalogFixture.all,
        [
            "genre:drama", "genre:drama,war", "year:1990..1999", "rating:>=7", "runtime:<=100",
            "country:france",
            "language:english", "type:movie", "person:pacino", "director:coppola", "actor:love",
            "writer:\"al pacino\"",
        ])
    func negation(_ fixture: CatalogFixture, _ text: String) async throws {
        let catalog = try await fixture.catalog()
        let capabilities = catalog.capabilities
        guard capabilities.countsExactly,
            FilmQuery(text).filters.allSatisfy({ capabilities.filters.contains($0.fieldName) })
        else { return }
        let all = try await catalog.statistics(FilmQuery()).films.value
        let with = try await catalog.statistics(FilmQuery(text)).films.value
        let without = try await catalog.statistics(FilmQuery("-" + text)).films.value
        #expect(with + without == all)
    }

    @Test("details agree with rows", arguments: CatalogFixture.all)
    func details(_ fixture: CatalogFixture) async throws {
        let catalog = try await fixture.catalog()
        let films = try await catalog.films(
            FilmQuery(catalog.capabilities.sorts.contains(.reviews) ? "sort:-reviews" : ""),
            page: PageRequest(count: 25)
        ).items
        for row in films {
            let film = try await catalog.film(row.id)
            #expect(film.id == row.id && film.title == row.title)
            #expect(film.summary.rating == row.rating)
            // Where lists tell less than details, people may be names alone.
            guard catalog.capabilities.countsFacets else { continue }
            #expect(film.summary == row)
            #expect(film.people(.director) == row.directors)
            for credit in film.credits.prefix(3) {
                let person = try await catalog.person(credit.person.id)
                #expect(person.name == credit.person.name)
                #expect(person.filmography.count == person.summary.films)
                let entry = person.filmography.first { $0.film.id == row.id }
                #expect(entry?.film == row)
                #expect(entry.map { Set($0.roles) } == Set(credit.roles))
                let years = person.filmography.map { $0.film.year ?? .min }
                #expect(years == years.sorted(by: >))
            }
        }
    }

    @Test("a genre tells of its films", arguments: CatalogFixture.all)
    func genres(_ fixture: CatalogFixture) async throws {
        let catalog = try await fixture.catalog()
        guard catalog.capabilities.countsFacets else { return }
        let genres = try await catalog.genres(FilmQuery(), page: PageRequest(count: 50)).items
        #expect(genres.map(\.films) == genres.map(\.films).sorted(by: >))
        for row in genres {
            let genre = try await catalog.genre(row.id)
            #expect(genre.summary == row)
            let query = FilmQuery(filters: [Filter(.genre([row.id.text]))])
            let statistics = try await catalog.statistics(query)
            #expect(statistics.films.value == row.films)
            #expect(statistics.facets.decades == genre.facets.decades)
            #expect(statistics.facets.ratings == genre.facets.ratings)
            #expect(genre.best.allSatisfy { film in film.genres.contains { $0.id == row.id } })
        }
    }

    @Test("what it does not have it does not find", arguments: CatalogFixture.all)
    func notFound(_ fixture: CatalogFixture) async throws {
        let catalog = try await fixture.catalog()
        let filters = catalog.capabilities.filters
        let film = await #expect(throws: CatalogError.self) {
            try await catalog.film(Identifier("no"))
        }
        let person = await #expect(throws: CatalogError.self) {
            try await catalog.person(Identifier("no"))
        }
        let genre = await #expect(throws: CatalogError.self) {
            try await catalog.genre(Identifier("no"))
        }
        #expect(film?.kind == .notFound)
        #expect([person, genre].allSatisfy { [.notFound, .unsupported].contains($0?.kind) })
        for text in [
            "genre:nosuch", "person:\"no such\"", "country:nowhere", "type:nothing", "genre:\"\"",
        ] where FilmQuery(text).filters.allSatisfy({ filters.contains($0.fieldName) }) {
            #expect(
                try await catalog.films(FilmQuery(text), page: PageRequest(count: 5)).items.isEmpty
                    || text.hasSuffix("\"\""))
        }
    }

    @Test(
        "a random film is one of the query's, the same for the same seed",
        arguments: CatalogFixture.all)
    func randomFilm(_ fixture: CatalogFixture) async throws {
        let catalog = try await fixture.catalog()
        for text in ["", "star", "genre:drama", "zzzzqq"] {
            let query = FilmQuery(text)
            let films = try await catalog.films(query, page: PageRequest(count: 20_000)).items
            var seen = Set<FilmSummary>()
            for seed in UInt64(0)..<12 {
                let film = try await catalog.randomFilm(query, seed: seed)
                #expect(try await catalog.randomFilm(query, seed: seed) == film)
                #expect(film.map(films.contains) ?? films.isEmpty)
                if let film { seen.insert(film) }
            }
            #expect(seen.count > 1 || films.count <= 1 || films.count < 3)
        }
    }

    @Test("a cancelled call says so, and the next one is answered", arguments: CatalogFixture.all)
    func cancellation(_ fixture: CatalogFixture) async throws {
        let catalog = try await fixture.catalog()
        let task = Task { () -> CatalogError.Kind? in
            withUnsafeCurrentTask { $0?.cancel() }
            do {
                _ = try await catalog.statistics(FilmQuery("s \(fixture.name)"))
                return nil
            } catch {
                return (error as? CatalogError)?.kind
            }
        }
        #expect(await task.value == .cancelled)
        #expect(try await catalog.statistics(FilmQuery()).films.value > 0)
    }
}
