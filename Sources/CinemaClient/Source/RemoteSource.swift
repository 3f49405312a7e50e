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
        try checkFamily(of: source)
        let place = options.cacheDirectory.flatMap { SourceDirectory.make(for: source, in: $0) }
        // Where nothing can be written, a copy that is there still serves.
        let directory = place.flatMap { $0.isWritable ? $0.path : nil }
        let connection = SourceConnection(source, options)
        let responses = ResponseCache(
            directory: directory, bytes: source.cacheBytes, asker: asker(of: source))
        let server = APICatalog(
            name: source.name, address: source.addresses.first ?? "",
            client: responses.client(over: connection.client), limits: source.limits,
            security: source.security,
            provider: memory(of: source, connection, directory: directory).provider)
        var remote = RemoteOptions(
            directory: place?.path, isOffline: options.isOffline,
            keepsSnapshot: options.usesSnapshot, films: source.snapshotFilms,
            clock: connection.clock)
        remote.fetchesSnapshot = options.fetchesSnapshot
        remote.disconnect = connection.disconnect
        return RemoteCatalog(server: server, options: remote, responses: responses)
    }

    static func checkFamily(of source: SourceConfiguration) throws(CatalogError) {
        if source.family == .elasticsearch { throw searchServer(source) }
    }

    static func searchServer(_ source: SourceConfiguration) -> CatalogError {
        CatalogError(
            .unsupported, source: source.name,
            cause: "Elasticsearch is not read by this version yet; give the address of an API")
    }

    /// The dialect is derived past the kept answers: they may be older than
    /// what the server has become.
    private static func memory(
        of source: SourceConfiguration, _ connection: SourceConnection, directory: String?
    ) -> DialectMemory {
        let deriver = DialectDeriver(source, client: connection.client)
        return DialectMemory(
            source: source.name,
            file: directory.map {
                DialectFile(path: "\($0)/dialect.json", address: source.addresses.first ?? "")
            },
            executor: SerialThread(), now: WallClock.seconds
        ) { () async throws(CatalogError) in try await dialect(of: source, deriver) }
    }

    static func dialect(
        of source: SourceConfiguration, _ deriver: DialectDeriver
    ) async throws(CatalogError) -> APIDialect {
        guard source.family == .unknown else { return try await deriver.dialect() }
        switch try await deriver.finding() {
        case .api(let dialect): return dialect
        case .elasticsearch: throw searchServer(source)
        }
    }

    /// Where the secrets are kept, which tells who asks; never the secrets.
    private static func asker(of source: SourceConfiguration) -> String {
        let fields = source.fields.map { "\($0.name)=\($0.value)" }
        return ([source.token.map { "\($0)" } ?? ""] + fields).joined(separator: "\n")
    }
}
