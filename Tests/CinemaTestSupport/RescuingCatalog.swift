public import CinemaCore

/// A catalogue of a few films that rescues one text: what it was typed as and
/// what is shown for it.
public struct RescuingCatalog: Catalog {
    private let catalog: StubCatalog
    private let rescue: Rescue

    public init(_ rescue: Rescue, catalog: StubCatalog = StubCatalog()) {
        self.rescue = rescue
        self.catalog = catalog
    }

    public var capabilities: CatalogCapabilities { catalog.capabilities }

    private func meant(_ query: FilmQuery) -> FilmQuery {
        guard query.typed == rescue.typed else { return query }
        var query = query
        query.text = QuerySyntax.searchText(rescue.shown)
        return query
    }

    public func summary() async throws(CatalogError) -> CatalogSummary {
        try await catalog.summary()
    }

    public func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        var results = try await catalog.search(meant(query), count: count)
        if query.typed == rescue.typed { results.rescue = rescue }
        return results
    }

    public func films(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<FilmSummary>
    {
        try await catalog.films(meant(query), page: page)
    }

    public func people(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<PersonSummary>
    {
        try await catalog.people(meant(query), page: page)
    }

    public func genres(_ query: FilmQuery, page: PageRequest) async throws(CatalogError)
        -> Page<GenreSummary>
    {
        try await catalog.genres(meant(query), page: page)
    }

    public func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        try await catalog.statistics(meant(query))
    }

    public func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film {
        try await catalog.film(id)
    }

    public func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        try await catalog.person(id)
    }

    public func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre {
        try await catalog.genre(id)
    }

    public func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] {
        try await catalog.bestFilms(count: count)
    }

    public func randomFilm(_ query: FilmQuery, seed: UInt64) async throws(CatalogError)
        -> FilmSummary?
    {
        try await catalog.randomFilm(meant(query), seed: seed)
    }
}
