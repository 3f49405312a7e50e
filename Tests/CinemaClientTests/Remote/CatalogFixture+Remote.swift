import CinemaCore
import CinemaTestSupport

@testable import CinemaClient

extension CatalogFixture {
    /// A remote catalogue whose snapshot was read from a server of generated
    /// films.
    static func remote(count: Int, seed: UInt64) -> CatalogFixture {
        let films = GeneratedFilms.films(count: count, seed: seed)
        return CatalogFixture(name: "remote \(count)", reference: ReferenceCatalog(films)) {
            let directory = try TestDirectory()
            let server = StubServer(films.map(\.record), pageSize: 50)
            let run = RemoteRun(server, directory)
            await run.readAll()
            await run.catalog.close()
            return run.catalog
        }
    }
}
