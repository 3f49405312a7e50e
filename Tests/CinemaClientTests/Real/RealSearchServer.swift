import CinemaCore
import CinemaTestSupport
import CurlHTTP
import Glibc
import Testing

@testable import CinemaClient

/// A search server that runs somewhere and was filled by
/// `Tests/SearchServers/load.py` with a corpus in a layout.
///
/// Three variables tell of it: `CINEMA_TEST_SEARCH_SERVER` (its address),
/// `CINEMA_TEST_SEARCH_LAYOUT` and `CINEMA_TEST_SEARCH_CORPUS` (the folder).
struct RealSearchServer: Sendable {
    let address: String
    let layout: RealSearchLayout
    let films: [RealSearchFilm]
    /// Answers by looking at every film, as far as the layout tells of it.
    let reference: ReferenceCatalog
    /// The index itself, without a copy or anything else in between.
    let fixture: CatalogFixture

    /// Whether there is one; what is wrong with it shows when it is opened.
    static let isThere = variable("SERVER") != nil

    static let comment: Comment =
        "fill a search server by Tests/SearchServers/load.py and set CINEMA_TEST_SEARCH_SERVER to run it"

    private static let opened = Result { try RealSearchServer() }

    static func current() throws -> RealSearchServer { try opened.get() }

    /// The fixture of the conformance suite; none where there is no server.
    static var fixtures: [CatalogFixture] {
        guard isThere else { return [] }
        guard let server = try? current() else {
            return [
                CatalogFixture(name: "search server", reference: ReferenceCatalog([])) {
                    _ = try current()
                    throw Problem(description: "it could be opened at second sight only")
                }
            ]
        }
        return [server.fixture]
    }

    private init() throws {
        let address = try Self.required("SERVER")
        let name = try Self.required("LAYOUT")
        let folder = try Self.required("CORPUS")
        guard let layout = RealSearchLayout(rawValue: name) else {
            throw Problem(description: "there is no layout \(name)")
        }
        self.address = address
        self.layout = layout
        films = try RealSearchFilm.films(of: folder)
        let reference = ReferenceCatalog(films.map { $0.reference(in: layout) })
        self.reference = reference
        fixture = CatalogFixture(name: "\(name) at \(address)", reference: reference) {
            let catalog = Self.index(at: address)
            // What it can do is known once it was asked.
            _ = try await catalog.summary()
            return catalog
        }
    }

    static func index(at address: String) -> any Catalog {
        servers(at: address).index()
    }

    /// The way to it, for what asks the server itself.
    static func transport(to address: String) -> any SearchTransport {
        servers(at: address).cluster
    }

    static func servers(at address: String) -> SourceServers {
        var source = SourceConfiguration(
            name: address, addresses: [address], family: .elasticsearch)
        // The tests ask hundreds of questions at once.
        source.limits.firstByte = .seconds(90)
        source.limits.total = .seconds(120)
        let options = RemoteSource.Options(cacheDirectory: nil, usesSnapshot: false)
        return SourceServers(source, SourceConnection(source, options))
    }

    private static func variable(_ name: String) -> String? {
        getenv("CINEMA_TEST_SEARCH_" + name).map { String(cString: $0) }
    }

    private static func required(_ name: String) throws -> String {
        guard let value = variable(name) else {
            throw Problem(description: "CINEMA_TEST_SEARCH_\(name) is not set")
        }
        return value
    }

    struct Problem: Error, CustomStringConvertible {
        var description: String
    }
}

extension Catalog {
    /// All films of a query, read by pages as a reader does who scrolls to
    /// the end.
    func everyFilm(_ query: FilmQuery, by count: Int = 100) async throws -> [FilmSummary] {
        var films: [FilmSummary] = []
        while true {
            let page = try await self.films(
                query, page: PageRequest(offset: films.count, count: count))
            films += page.items
            guard page.items.count == count else { return films }
        }
    }
}
