internal import CinemaCore

extension ElasticsearchCatalog {
    private var unsupported: CatalogError {
        CatalogError(.unsupported, source: name, cause: "this cannot be asked of an index yet")
    }

    func film(_ id: Identifier<Film>) async throws(CatalogError) -> Film { throw unsupported }

    func person(_ id: Identifier<Person>) async throws(CatalogError) -> Person {
        throw unsupported
    }

    func genre(_ id: Identifier<Genre>) async throws(CatalogError) -> Genre { throw unsupported }
}

extension ElasticsearchCatalog: SnapshotSource {
    func snapshotPlan() async throws(CatalogError) -> SnapshotPlan { throw unsupported }

    func snapshotFilms(page: Int) async throws(CatalogError) -> SnapshotPage { throw unsupported }

    func snapshotFilm(_ id: String) async throws(CatalogError) -> FilmRecord { throw unsupported }

    func snapshotGenres() async throws(CatalogError) -> [GenreRecord] { throw unsupported }
}
