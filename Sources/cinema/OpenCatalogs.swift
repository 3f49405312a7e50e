import CinemaClient
import CinemaCore
import Synchronization

/// The catalogues of a command that have to be shut down before the process
/// ends.
final class OpenCatalogs: Sendable {
    private let catalogs = Mutex<[any ClosableCatalog]>([])

    func add(_ catalog: any Catalog) {
        guard let catalog = catalog as? any ClosableCatalog else { return }
        catalogs.withLock { $0.append(catalog) }
    }

    func shutDown() { for catalog in catalogs.withLock({ $0 }) { catalog.shutDown() } }
}
