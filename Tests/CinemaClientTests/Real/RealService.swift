import CinemaClient
import CinemaCore
import CinemaTestSupport
import Glibc

/// A service that runs somewhere, to be read as it is.
struct RealService: Sendable, CustomStringConvertible {
    /// The variable that lists them: addresses, apart by spaces, each with
    /// `=VARIABLE` behind it where a token is wanted.
    static let variable = "CINEMA_TEST_SERVICES"

    let address: String
    let token: String?

    var description: String { address }

    static let all: [RealService] =
        getenv(variable).map { list in
            String(cString: list).split(separator: " ").map { entry in
                let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
                return RealService(address: parts[0], token: parts.count > 1 ? parts[1] : nil)
            }
        } ?? []

    /// Nothing is kept on disk, so that answers are the service's.
    func open() throws -> any Catalog {
        let source = SourceConfiguration(
            name: address, addresses: [address],
            authorization: token.map { .token(.environment($0)) })
        return try RemoteSource.open(source, RemoteSource.Options(cacheDirectory: nil))
    }

    var fixture: CatalogFixture {
        CatalogFixture(name: address, reference: ReferenceCatalog([])) { try open() }
    }
}
