import CinemaCore
import CinemaTestSupport
import CurlHTTP

@testable import CinemaClient

/// One of the ways to the same films.
struct AgreeingSource: Sendable, CustomStringConvertible {
    enum Way: Sendable {
        /// Imported films, as the embedded catalogue has them.
        case imported
        /// A copy that was read page by page, of the index where there is one,
        /// else of a service.
        case snapshot
        /// A service over HTTP, whose lists tell ratings and genres alone.
        case service
        /// A service over HTTP, whose lists tell all it knows and that finds
        /// no text.
        case wholeRows
        /// A search server.
        case index
    }

    let way: Way
    let description: String
    private let opened: Task<any Catalog, any Error>
    /// Ends with whoever holds it.
    private let server: ScriptedServer?

    private init(
        _ way: Way, _ description: String, server: ScriptedServer? = nil,
        open: @escaping @Sendable () async throws -> any Catalog
    ) {
        self.way = way
        self.description = description
        self.server = server
        opened = Task { try await open() }
    }

    func catalog() async throws -> any Catalog { try await opened.value }

    /// The films of the search server where there is one, as its layout tells
    /// them, else some that collide with each other.
    static let films: [ReferenceFilm] =
        (try? server?.get())?.reference.films ?? GeneratedFilms.films(count: 230, seed: 3)

    static let reference = ReferenceCatalog(films)

    static let all: [AgreeingSource] = {
        let corpus = ServiceCorpus(films)
        let local = CatalogFixture.imported("agreeing", films)
        var all = [
            AgreeingSource(.imported, "imported") { try await local.catalog() },
            AgreeingSource(.snapshot, "snapshot") { try await snapshot(corpus) },
            served(.service, "service", DialectService(.slashes, corpus)),
            served(.wholeRows, "whole rows", DialectService(.panel, corpus)),
        ]
        if let server {
            all.append(AgreeingSource(.index, "index") { try await server.get().fixture.catalog() })
        }
        return all
    }()

    private static let server: Result<RealSearchServer, any Error>? =
        RealSearchServer.isThere ? Result { try RealSearchServer.current() } : nil

    private static func snapshot(_ corpus: ServiceCorpus) async throws -> any Catalog {
        let directory = try TestDirectory()
        let clock = HastyClock()
        var options = RemoteOptions(directory: directory.path, clock: clock)
        options.now = clock.timeOfDay
        let source: RemoteCatalog.Server
        if let server {
            source = RealSearchServer.servers(at: try server.get().address).index()
        } else {
            source = DialectService(.panel, corpus).catalog()
        }
        let catalog = RemoteCatalog(server: source, options: options)
        for await status in catalog.statuses() where status.snapshot?.stage == .complete { break }
        await clock.waitForRest()
        await catalog.close()
        await source.close()
        return catalog
    }

    private static func served(
        _ way: Way, _ description: String, _ service: DialectService
    ) -> AgreeingSource {
        let server = Result { try service.serve() }
        let dialect = service.dialect.dialect
        return AgreeingSource(way, description, server: try? server.get()) {
            APICatalog(
                name: description, address: try server.get().url, client: CurlClient().client,
                provider: { _ in dialect })
        }
    }
}
