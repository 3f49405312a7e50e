import CinemaClient
import CinemaConfiguration
import CinemaCore

/// A catalogue that is meant, and how it is opened.
enum CatalogSource: Sendable {
    /// Without a home there is no place to keep it.
    case embedded(directory: String?)
    case file(path: String)
    case remote(SourceConfiguration, RemoteSource.Options)

    /// Opens it if that takes but a few system calls; nil where the embedded
    /// catalogue has to be made first.
    func openIfMade() throws(CatalogError) -> (any Catalog)? {
        switch self {
        case .embedded(let directory): return EmbeddedCatalog.openIfMade(directory: directory)
        case .file(let path): return try LocalCatalog.open(path: path)
        case .remote(let source, let options): return try RemoteSource.open(source, options)
        }
    }

    /// What its file tells of itself; nil where it has none.
    func info() throws(CatalogError) -> CatalogInfo? {
        switch self {
        case .embedded(let directory?): try EmbeddedCatalog.info(directory: directory)
        case .embedded(nil), .remote: nil
        case .file(let path): try LocalCatalog.info(path: path)
        }
    }

    /// Opens it, and makes the embedded catalogue if need be.
    func open(
        progress: @escaping EmbeddedCatalog.Progress
    ) async throws(CatalogError) -> any Catalog {
        if let catalog = try openIfMade() { return catalog }
        guard case .embedded(let directory) = self else {
            throw CatalogError(.unavailable, source: "cinema", cause: "the source cannot be opened")
        }
        return try await EmbeddedCatalog.open(directory: directory, progress: progress)
    }

    /// What the header calls it until it has told its size; nothing where that
    /// takes no time.
    var name: String {
        switch self {
        case .embedded, .file: ""
        case .remote(let source, _): source.name
        }
    }

    /// How it is doing before it was asked anything.
    var status: CatalogStatus {
        guard case .remote(_, let options) = self else { return CatalogStatus() }
        return CatalogStatus(
            connection: options.isOffline ? .switchedOff : .connecting, isInstant: false)
    }

    /// What history calls it: the same however it was named, and never with a
    /// secret.
    var identity: String {
        switch self {
        case .embedded: "embedded:"
        case .file(let path): path
        case .remote(let source, _): source.addresses.joined(separator: ",")
        }
    }
}
