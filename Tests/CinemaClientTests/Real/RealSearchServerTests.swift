import CinemaCore
import CinemaTestSupport
import Testing

@testable import CinemaClient

/// Facts of the corpus, counted here by looking at every film of it.
@Suite(
    "A search server tells the films that it was given",
    .enabled(if: RealSearchServer.isThere, RealSearchServer.comment))
struct RealSearchServerTests {
    let server: RealSearchServer
    let catalog: any Catalog

    init() async throws {
        server = try RealSearchServer.current()
        catalog = try await server.fixture.catalog()
    }

    @Test("the layout is read as it is")
    func layout() async throws {
        let layout = try await LayoutReader(
            transport: RealSearchServer.transport(to: server.address), name: server.address
        ).layout()
        let indices = server.layout.indices
        #expect(layout.films.name == indices.films)
        #expect(layout.people?.name == indices.people)
        #expect(layout.genres?.name == indices.genres)
        #expect(layout.films.documents == server.films.count)
    }

    @Test("it offers what the layout allows")
    func capabilities() {
        let capabilities = catalog.capabilities
        #expect(capabilities.filters.isSuperset(of: server.layout.leastFilters))
        #expect(capabilities.sorts.contains(.rating))
        #expect(!server.layout.tellsYears || capabilities.sorts.contains(.year))
        #expect(
            !server.layout.tellsEverything
                || capabilities.sorts.isSuperset(of: [.reviews, .runtime]))
        #expect(capabilities.jumps && capabilities.countsExactly)
        #expect(capabilities.countsFacets || server.layout == .textOnly)
    }

    @Test("films, people and genres are counted")
    func summary() async throws {
        let summary = try await catalog.summary()
        #expect(summary.films == server.films.count)
        // 0 where they are not known.
        let people = Set(server.films.flatMap { $0.people.values.joined().map(\.name) })
        let genres = Set(server.films.flatMap { $0.genres.map(\.name) })
        #expect([0, people.count].contains(summary.people) || server.layout == .classic)
        #expect([0, genres.count].contains(summary.genres))
        let indices = server.layout.indices
        #expect(indices.people == nil || summary.people == people.count)
        #expect(indices.genres == nil || summary.genres == genres.count)
    }

    @Test("every film is listed once, as it is", arguments: ["", "sort:-rating", "sort:rating"])
    func list(_ text: String) async throws {
        let rows = try await catalog.everyFilm(FilmQuery(text))
        #expect(rows.count == server.films.count)
        let byID = Dictionary(rows.map { ($0.id.text, $0) }) { first, _ in first }
        #expect(byID.count == rows.count)
        for film in server.films {
            let row = try #require(byID[film.id], "\(film.id) is missing")
            #expect(row.title == film.title)
            #expect(row.rating?.tenths == film.tenths)
            #expect(row.year == film.reference(in: server.layout).year)
            #expect(row.genres.map(\.name).sorted() == film.genres.map(\.name).sorted())
        }
    }

    @Test("rows far down are those of the whole list", arguments: ["", "sort:-rating", "star"])
    func deepPages(_ text: String) async throws {
        let query = FilmQuery(text)
        let whole = try await catalog.everyFilm(query).map(\.id)
        for offset in [whole.count - 9, whole.count - 1, whole.count, whole.count + 100, 500, 3] {
            let page = try await catalog.films(
                query, page: PageRequest(offset: offset, count: 20))
            #expect(page.items.map(\.id) == Array(whole.dropFirst(offset).prefix(20)))
            #expect(page.total == .exact(whole.count))
        }
    }

    @Test("a film is whole: its description and its people by role")
    func details() async throws {
        for film in server.films.enumerated().filter({ $0.offset % 40 == 0 }).map(\.element) {
            let told = try await catalog.film(Identifier(film.id))
            #expect(told.title == film.title)
            #expect((told.description ?? "") == (film.description ?? ""))
            for role in Role.billing {
                let people = film.people[role] ?? []
                // Who did two things stands where the first of them is told.
                #expect(
                    told.people(role).map(\.name).sorted() == people.map(\.name).sorted(),
                    "\(film.title)")
                guard server.layout.identifiesPeople else { continue }
                #expect(Set(told.people(role).map(\.id.text)) == Set(people.map(\.id)))
            }
        }
    }

    @Test("a copy that is left in the middle goes on there, and has every film once")
    func copy() async throws {
        let directory = try TestDirectory()
        let source = ElasticsearchCatalog(
            name: server.address, transport: RealSearchServer.transport(to: server.address),
            filmsOfPart: 100)
        let ids = server.films.map(\.id).sorted()
        // Films that have no id but their documents' are read page by page.
        if try await source.layout().films.fields.id?.exact == nil {
            #expect(try await source.snapshotParts(after: nil) == nil)
        } else {
            try await copyInParts(source, ids)
        }
        let run = SnapshotRun(source, directory)
        await run.finish()
        #expect(run.lastState?.stage == .complete)
        #expect(run.lastState?.films == ids.count)
        await run.kill()
    }

    private func copyInParts(_ source: ElasticsearchCatalog, _ ids: [String]) async throws {
        let parts = try #require(try await source.snapshotParts(after: nil))
        #expect(parts.count > 3)
        let place = try #require(parts[1].through)
        var read: [String] = []
        for part in parts.prefix(2).reversed() {
            read += try await source.snapshotFilms(in: part).films.compactMap(\.id)
        }
        // Another process: it knows the place alone.
        let next = ElasticsearchCatalog(
            name: server.address, transport: RealSearchServer.transport(to: server.address),
            filmsOfPart: 100)
        for part in try #require(try await next.snapshotParts(after: place)) {
            read += try await next.snapshotFilms(in: part).films.compactMap(\.id)
        }
        #expect(read.sorted() == ids)
        await source.endSnapshotParts()
        await next.endSnapshotParts()
    }

    @Test("films of exactly the title come first")
    func exactTitles() async throws {
        let byKey = Dictionary(grouping: server.films) { key($0.title) }
        let shared = byKey.values.filter { $0.count > 1 }
        let single = byKey.values.filter { $0.count == 1 }.sorted { $0[0].id < $1[0].id }
        let sample = shared + single.enumerated().filter { $0.offset % 25 == 0 }.map(\.element)
        for films in sample {
            let query = FilmQuery(films[0].title)
            guard query.filters.isEmpty, query.text.exclusions.isEmpty else { continue }
            let rows = try await catalog.search(query, count: 30).films.items
            #expect(
                Set(rows.prefix(films.count).map(\.id.text)) == Set(films.map(\.id)),
                "\(films[0].title): \(rows.prefix(films.count + 2).map(\.title))")
        }
    }

    /// What makes titles the same title: words without case, accents and a
    /// leading article.
    private func key(_ title: String) -> String {
        TextFolding.titleKey(
            TextFolding.withoutLeadingArticle(TextFolding.words(in: title)))
    }
}
