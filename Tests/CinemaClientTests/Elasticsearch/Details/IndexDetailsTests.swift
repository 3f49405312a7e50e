import CinemaCore
import Testing

@testable import CinemaClient

/// Details over a server whose index of films has what a test says.
struct IndexDetailsTests {
    private func catalog(_ films: [String]) -> (ElasticsearchCatalog, AnsweringTransport) {
        let server = IndexFixture.classic
        let transport = AnsweringTransport { request throws(SearchFailure) in
            guard case .search = request else { return try server.answer(request) }
            let hits = films.enumerated().map { place, film in
                #"{"_index": "movies", "_id": "d\#(place)", "_source": \#(film)}"#
            }.joined(separator: ",")
            return #"{"hits": {"total": {"value": \#(films.count)}, "hits": [\#(hits)]}}"#
        }
        return (ElasticsearchCatalog(name: "index", transport: transport), transport)
    }

    @Test func filmIsTheOneWithTheIDInItsField() async throws {
        let (catalog, _) = catalog([
            #"{"id": "other", "title": "Other"}"#, #"{"id": "f1", "title": "Alien"}"#,
        ])
        #expect(try await catalog.film(Identifier("f1")).title == "Alien")
    }

    @Test func missingFilmSaysSo() async throws {
        let (catalog, _) = catalog([])
        let error = await #expect(throws: CatalogError.self) {
            try await catalog.film(Identifier("f1"))
        }
        #expect(error?.kind == .notFound)
        #expect(error?.sentence == "index: there is no film with the id f1")
    }

    @Test func filmographyIsNewestFirstWithEveryRole() async throws {
        let (catalog, _) = catalog([
            #"{"id": "f1", "title": "Old", "year": 1979, "director": ["Ann Lee"]}"#,
            #"{"id": "f2", "title": "Timeless", "actors": [{"id": "p1", "name": "Ann Lee"}]}"#,
            """
            {"id": "f3", "title": "New", "year": 1999, "director": ["Ann Lee", "Bob"],
             "writers": [{"id": "p1", "name": "Ann Lee"}]}
            """,
            #"{"id": "f4", "title": "Not hers", "director": "Ann Lee Smith"}"#,
        ])
        let person = try await catalog.person(Identifier("p1"))
        #expect(person.name == "Ann Lee")
        #expect(person.filmography.map(\.film.title) == ["New", "Old", "Timeless"])
        #expect(person.filmography.map(\.roles) == [[.director, .writer], [.director], [.actor]])
        #expect(person.summary.films == 3)
        #expect(person.summary.roles == [.director, .writer, .actor])
        let named = try await catalog.person(Identifier("name:Bob"))
        #expect(named.filmography.map(\.film.title) == ["New"])
    }

    @Test func personOfOneFilmIsOnePersonInIt() async throws {
        let (catalog, _) = catalog([
            """
            {"id": "f3", "title": "New", "director": ["Ann Lee"],
             "writers": [{"id": "p1", "name": "Ann Lee"}]}
            """
        ])
        let film = try await catalog.film(Identifier("f3"))
        #expect(film.credits.map(\.person.id.text) == ["p1"])
        #expect(film.credits.map(\.roles) == [[.director, .writer]])
    }

    @Test func directorsStandAsInTheRowWhoeverWroteAsWell() async throws {
        let (catalog, _) = catalog([
            """
            {"id": "f3", "title": "New", "persons": [
             {"id": "p2", "full_name": "Bob", "role": "writer"},
             {"id": "p1", "full_name": "Ann Lee", "role": "director"},
             {"id": "p2", "full_name": "Bob", "role": "director"}]}
            """
        ])
        let film = try await catalog.film(Identifier("f3"))
        #expect(film.summary.directors.map(\.id.text) == ["p1", "p2"])
        #expect(film.people(.director) == film.summary.directors)
        #expect(film.credits.map(\.roles) == [[.director], [.director, .writer]])
    }

    @Test func snapshotRefusesAPageWithPartsMissing() async throws {
        let server = IndexFixture.classic
        let transport = AnsweringTransport { request throws(SearchFailure) in
            switch request {
            case .search:
                return """
                    {"_shards": {"total": 3, "failed": 1}, "hits": {"total": {"value": 1}, "hits": [
                     {"_index": "movies", "_id": "a", "_source": {"title": "One"}, "sort": ["a"]}]}}
                    """
            case .count: return #"{"count": 9}"#
            case .openPointInTime: return #"{"id": "point"}"#
            default: return try server.answer(request)
            }
        }
        let catalog = ElasticsearchCatalog(name: "index", transport: transport)
        let plan = try await catalog.snapshotPlan()
        #expect(plan.films == 9)
        #expect(!plan.needsDetails)
        let error = await #expect(throws: CatalogError.self) {
            try await catalog.snapshotFilms(page: 0)
        }
        #expect(error?.kind == .unavailable)
        #expect(error?.cause.hasPrefix("1 of 3 parts of the index did not answer") == true)
    }
}
