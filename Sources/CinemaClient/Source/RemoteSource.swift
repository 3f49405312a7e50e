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

    /// The catalogue of a source. Nothing is asked of the network before the
    /// catalogue is, and neither libcurl nor a thread is needed before that.
    public static func open(
        _ source: SourceConfiguration, _ options: Options
    ) throws(CatalogError) -> any Catalog {
        guard source.family != .elasticsearch else {
            throw CatalogError(
                .unsupported, source: source.name,
                cause: "Elasticsearch is not read by this version yet; give the address of an API")
        }
        throw CatalogError(
            .unsupported, source: source.name, cause: "an API is not read by this version yet")
    }
}
