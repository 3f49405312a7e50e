import CinemaClient
import CinemaCore

/// The address of a catalogue, and how it is opened.
enum CatalogSource: Sendable {
    /// Without a home there is no place to keep it.
    case embedded(directory: String?)
    case file(path: String)
    /// An address that this version cannot read.
    case unsupported(String)

    /// Reads an address; nil is the embedded catalogue.
    init(_ address: String?, environment: Environment) {
        guard let address, address != "embedded:" else {
            self = .embedded(directory: environment.dataDirectory)
            return
        }
        if address.hasPrefix("file://") {
            self = .file(path: String(address.dropFirst(7)))
        } else if address.hasPrefix("file:") {
            self = .file(path: String(address.dropFirst(5)))
        } else if address.contains("://") {
            self = .unsupported(address)
        } else {
            self = .file(path: address)
        }
    }

    /// Opens it if that takes but a few system calls; nil where the embedded
    /// catalogue has to be made first.
    func openIfMade() throws(CatalogError) -> LocalCatalog? {
        switch self {
        case .embedded(let directory): return EmbeddedCatalog.openIfMade(directory: directory)
        case .file(let path): return try LocalCatalog.open(path: path)
        case .unsupported(let address):
            throw CatalogError(
                .unsupported, source: address,
                cause: "this version reads the built-in catalogue and catalogue files (PATH.sqlite)"
                    + " only")
        }
    }

    /// What its file tells of itself; nil where it has none.
    func info() throws(CatalogError) -> CatalogInfo? {
        switch self {
        case .embedded(let directory): try EmbeddedCatalog.info(directory: directory)
        case .file(let path): try LocalCatalog.info(path: path)
        case .unsupported: nil
        }
    }

    /// Opens it, and makes the embedded catalogue if need be.
    func open(
        progress: @escaping EmbeddedCatalog.Progress
    ) async throws(CatalogError) -> LocalCatalog {
        if let catalog = try openIfMade() { return catalog }
        guard case .embedded(let directory) = self else {
            throw CatalogError(.unavailable, source: "cinema", cause: "the source cannot be opened")
        }
        return try await EmbeddedCatalog.open(directory: directory, progress: progress)
    }
}
