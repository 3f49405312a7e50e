public import CurlHTTP

/// A source of films as the configuration names it: where it is, how to ask
/// it, what to keep of it.
public struct SourceConfiguration: Hashable, Sendable {
    /// What is at the address.
    public enum Family: Hashable, Sendable {
        /// To be found out.
        case unknown
        case api
        case elasticsearch
    }

    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: Secret

        public init(name: String, value: Secret) {
            self.name = name
            self.value = value
        }
    }

    /// What the header calls it: the name in the configuration, else the host.
    public var name: String
    /// `http(s)://host[:port][/prefix]` without a slash at the end; several
    /// for the nodes of a cluster.
    public var addresses: [String]
    public var family: Family
    /// Where the OpenAPI document is, if not at a usual place.
    public var documentAddress: String?
    /// Sent as `Authorization: Bearer …`.
    public var token: Secret?
    public var fields: [Field]
    /// Sent as they are; nothing secret.
    public var plainFields: HTTPFields
    public var security: HTTPSecurity
    public var limits: HTTPLimits
    public var keepsSnapshot: Bool
    /// A catalogue of more films than this is searched at the server; nil for
    /// what suits the family.
    public var snapshotFilms: Int?
    /// What the answers kept on disk may take.
    public var cacheBytes: Int

    public init(
        name: String, addresses: [String], family: Family = .unknown,
        documentAddress: String? = nil, token: Secret? = nil, fields: [Field] = [],
        plainFields: HTTPFields = HTTPFields(), security: HTTPSecurity = HTTPSecurity(),
        limits: HTTPLimits = HTTPLimits(),
        keepsSnapshot: Bool = true, snapshotFilms: Int? = nil, cacheBytes: Int = 64 << 20
    ) {
        self.name = name
        self.addresses = addresses
        self.family = family
        self.documentAddress = documentAddress
        self.token = token
        self.fields = fields
        self.plainFields = plainFields
        self.security = security
        self.limits = limits
        self.keepsSnapshot = keepsSnapshot
        self.snapshotFilms = snapshotFilms
        self.cacheBytes = cacheBytes
    }
}
