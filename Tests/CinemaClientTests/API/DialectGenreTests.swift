import Testing

@testable import CinemaClient

struct DialectGenreTests {
    private typealias Document = ServiceDocument

    @Test func filterTakesIdsOrNames() throws {
        #expect(try DerivationRun.dialect { $0.filtering = .identifier }.genreKey == .identifier)
        #expect(try DerivationRun.dialect { $0.filtering = .name }.genreKey == .name)
    }

    @Test func unknownGenreMayGiveEverything() throws {
        let dialect = try DerivationRun.dialect { $0.filtering = .nameElseAll }
        #expect(dialect.genreKey == .name)
        #expect(dialect.routes[.films]?.genre != nil)
    }

    @Test(arguments: [ScriptedService.Filtering.broken, .refused, .ignored])
    func filterThatDoesNotFilterIsNotOffered(filtering: ScriptedService.Filtering) throws {
        let dialect = try DerivationRun.dialect { $0.filtering = filtering }
        #expect(dialect.genreKey == .none && dialect.routes[.films]?.genre == nil)
        #expect(dialect.remarks.contains { $0.contains("does not filter") })
    }

    @Test func fewFilmsOfOneGenreAreLookedAt() throws {
        // Films 1 and 2 are both of war, so the filter gives all there are.
        let dialect = try DerivationRun.dialect { $0.films = 2 }
        #expect(dialect.genreKey == .identifier && dialect.remarks == [])
    }

    @Test func idIsLookedUpWhereFilmsHaveNames() throws {
        let dialect = try DerivationRun.dialect {
            $0.genresAreNames = true
            $0.document = .usual(list: [
                Document.query("sort"),
                Document.query("genre", #""type":"string","format":"uuid""#),
            ])
        }
        #expect(dialect.genreKey == .identifier && dialect.remarks == [])
    }

    @Test func namesAreTriedFirstWhereFilmsHaveNames() throws {
        let byName = try DerivationRun.dialect {
            $0.genresAreNames = true
            $0.filtering = .name
        }
        #expect(byName.genreKey == .name)
        let byIdentifier = try DerivationRun.dialect { $0.genresAreNames = true }
        #expect(byIdentifier.genreKey == .identifier)
    }

    @Test func serviceWithoutAFilterIsNotAsked() throws {
        var service = ScriptedService()
        service.document = .usual(list: [Document.query("sort"), Document.query("filter")])
        var run = DerivationRun(service)
        #expect(try run.dialect().genreKey == .none)
        #expect(run.probes.count == 4)
    }

    @Test func filmThatCannotBeReadLeavesTheGenreList() throws {
        let dialect = try DerivationRun.dialect { service in
            for film in 1...60 { service.failing[ScriptedService.identifier(film)] = 500 }
        }
        #expect(dialect.genreKey == .identifier)
        #expect(
            dialect.remarks.contains {
                $0.contains("a film of the list cannot be had by its id (500)")
            })
    }

    @Test func brokenSearchIsNotTheEnd() throws {
        let dialect = try DerivationRun.dialect { $0.failing["search"] = 500 }
        #expect(dialect.remarks == ["the search for films is not available (500)"])
        #expect(dialect.genreKey == .identifier)
    }

    /// A service with a route for the films of a genre beside its filter.
    private func withRoute(_ status: Int?, _ filter: ScriptedService.Filtering) throws -> APIDialect
    {
        try DerivationRun.dialect { service in
            service.document?.routes.append(
                Document.Route(path: "/api/v1/genres/{id}/films", parameters: [Document.path("id")])
            )
            service.filtering = filter
            if let status { service.failing["/films"] = status }
        }
    }

    @Test func routeForAGenreStandsInForTheFilter() throws {
        #expect(try withRoute(nil, .identifier).routes[.films]?.genre != nil)
        let standIn = try withRoute(nil, .ignored)
        #expect(standIn.genreKey == .none && standIn.routes[.filmsOfGenre] != nil)
        let neither = try withRoute(404, .ignored)
        #expect(neither.routes[.filmsOfGenre] == nil)
        #expect(neither.remarks.contains { $0.contains("a genre's films is not available (404)") })
    }
}
