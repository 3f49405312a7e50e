public import CinemaCore
internal import CurlHTTP

/// Opens remote sources.
public enum RemoteSource {
    public struct Options: Hashable, Sendable {
        /// Where something is kept of sources; nil where nothing can be.
        public var cacheDirectory: String?
        /// Whether no network call is made.
        public var isOffline: Bool
        /// Whether a local copy is used, where there is one.
        public var usesSnapshot: Bool
        /// Whether a local copy is made.
        public var fetchesSnapshot: Bool
        public var userAgent: String

        public init(
            cacheDirectory: String?, isOffline: Bool = false, usesSnapshot: Bool = true,
            fetchesSnapshot: Bool = false, userAgent: String = "cinema"
        ) {
            self.cacheDirectory = cacheDirectory
            self.isOffline = isOffline
            self.usesSnapshot = usesSnapshot
            self.fetchesSnapshot = fetchesSnapshot
            self.userAgent = userAgent
        }
    }

    /// The catalogue of a source, in a few system calls on the calling thread.
    ///
    /// Nothing is asked of the network before the catalogue is asked, and
    /// libcurl and its thread are not needed before that.
    public static func open(
        _ source: SourceConfiguration, _ options: Options
    ) throws(CatalogError) -> any Catalog {
        let place = options.cacheDirectory.flatMap { SourceDirectory.make(for: source, in: $0) }
        // Where nothing can be written, a copy that is there still serves.
        let directory = place.flatMap { $0.isWritable ? $0.path : nil }
        let connection = SourceConnection(source, options)
        // Searches of an index are not kept as answers: what they found is kept
        // as films, and asked again without the server.
        let responses =
            source.family == .elasticsearch
            ? nil
            : ResponseCache(
                directory: directory, bytes: source.cacheBytes, asker: asker(of: source))
        let servers = SourceServers(source, connection, responses: responses, directory: directory)
        var remote = RemoteOptions(
            directory: place?.path, isOffline: options.isOffline,
            keepsSnapshot: options.usesSnapshot, films: source.snapshotFilms,
            clock: connection.clock)
        remote.fetchesSnapshot = options.fetchesSnapshot
        remote.disconnect = connection.disconnect
        let catalog = RemoteCatalog(
            server: servers.server(), options: remote, responses: responses)
        servers.cluster.observe { [weak catalog] nodes in catalog?.note(nodes) }
        return catalog
    }

    /// The file of a source's directory that has an API's dialect.
    static let dialectFile = "dialect.json"

    /// Where the secrets are kept, which tells who asks; never the secrets.
    private static func asker(of source: SourceConfiguration) -> String {
        let fields = source.fields.map { "\($0.name)=\($0.value)" }
        let authorization =
            switch source.authorization {
            case nil: ""
            case .token(let secret): "\(secret)"
            case .apiKey(let secret): "key \(secret)"
            case .password(let user, let secret): "user \(user) \(secret)"
            }
        return ([authorization] + fields).joined(separator: "\n")
    }
}
