internal import CinemaCore

/// A search index, of whatever layout, as a catalogue.
///
/// Works on its own thread.
actor ElasticsearchCatalog: Catalog {
    nonisolated let name: String
    let transport: any SearchTransport
    private let choice: IndexChoice
    let thread = SerialThread()

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// - Parameter choice: Indices in place of those that would be found.
    init(name: String, transport: any SearchTransport, choice: IndexChoice = IndexChoice()) {
        self.name = name
        self.transport = transport
        self.choice = choice
    }

    nonisolated var capabilities: CatalogCapabilities { .all }

    private var unsupported: CatalogError {
        CatalogError(.unsupported, source: name, cause: "this cannot be asked of an index yet")
    }

    func summary() async throws(CatalogError) -> CatalogSummary { throw unsupported }

    func search(_ query: FilmQuery, count: Int) async throws(CatalogError) -> SearchResults {
        throw unsupported
    }

    func films(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<FilmSummary> { throw unsupported }

    func people(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<PersonSummary> { throw unsupported }

    func genres(
        _ query: FilmQuery, page: PageRequest
    ) async throws(CatalogError) -> Page<GenreSummary> { throw unsupported }

    func statistics(_ query: FilmQuery) async throws(CatalogError) -> SearchStatistics {
        throw unsupported
    }

    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film { throw unsupported }

    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        throw unsupported
    }

    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre { throw unsupported }

    func bestFilms(count: Int) async throws(CatalogError) -> [FilmSummary] { throw unsupported }

    func randomFilm(
        _ query: FilmQuery, seed: UInt64
    ) async throws(CatalogError) -> FilmSummary? { throw unsupported }
}

extension ElasticsearchCatalog: SnapshotSource {
    func snapshotPlan() async throws(CatalogError) -> SnapshotPlan { throw unsupported }

    func snapshotFilms(page: Int) async throws(CatalogError) -> SnapshotPage { throw unsupported }

    func snapshotFilm(_ id: String) async throws(CatalogError) -> FilmRecord { throw unsupported }

    func snapshotGenres() async throws(CatalogError) -> [GenreRecord] { throw unsupported }
}
