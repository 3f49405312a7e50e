import CinemaClient
import CinemaCore
import CinemaTestSupport
import Glibc

@testable import CinemaClient

/// An index on a search server that runs somewhere.
struct RealIndex: Sendable, CustomStringConvertible {
    /// The variable that lists them: addresses, apart by spaces, each with
    /// `=FILMS,PEOPLE,GENRES` behind it where others are wanted than would be
    /// found.
    static let variable = "CINEMA_TEST_SEARCH_SERVERS"

    let address: String
    let choice: IndexChoice
    let description: String

    static let all: [RealIndex] =
        getenv(variable).map { list in
            String(cString: list).split(separator: " ").map { RealIndex(String($0)) }
        } ?? []

    init(_ entry: String) {
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        let names =
            parts.count > 1
            ? parts[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init) : []
        func name(_ place: Int) -> String? {
            names.indices.contains(place) && !names[place].isEmpty ? names[place] : nil
        }
        address = parts[0]
        choice = IndexChoice(films: name(0), people: name(1), genres: name(2))
        description = entry
    }

    func open() -> ElasticsearchCatalog {
        let source = SourceConfiguration(name: address, addresses: [address])
        let connection = SourceConnection(source, RemoteSource.Options(cacheDirectory: nil))
        return ElasticsearchCatalog(
            name: address, transport: SearchCluster(source, connection), choice: choice)
    }

    var fixture: CatalogFixture {
        CatalogFixture(name: description, reference: ReferenceCatalog([])) { open() }
    }
}
