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

    /// What `Authorization` says.
    public enum Authorization: Hashable, Sendable {
        /// `Bearer …`.
        case token(Secret)
        /// `ApiKey …`: as the server gave it, or its id and the key as `id:key`.
        case apiKey(Secret)
        /// `Basic …`.
        case password(user: String, Secret)

        /// What is secret of it.
        var secret: Secret {
            switch self {
            case .token(let secret), .apiKey(let secret), .password(_, let secret): secret
            }
        }

        /// `the token`.
        var words: String {
            switch self {
            case .token: "the token"
            case .apiKey: "the API key"
            case .password(let user, _): "the password of \(user)"
            }
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
    public var authorization: Authorization?
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
    /// Which indices of a search server are meant, where they are not found.
    public var indices: IndexChoice
    /// Whether a search server is asked for the addresses of its nodes.
    public var sniffs: Bool

    public init(
        name: String, addresses: [String], family: Family = .unknown,
        documentAddress: String? = nil, authorization: Authorization? = nil, fields: [Field] = [],
        plainFields: HTTPFields = HTTPFields(), security: HTTPSecurity = HTTPSecurity(),
        limits: HTTPLimits = HTTPLimits(),
        keepsSnapshot: Bool = true, snapshotFilms: Int? = nil, cacheBytes: Int = 64 << 20,
        indices: IndexChoice = IndexChoice(), sniffs: Bool = false
    ) {
        self.name = name
        self.addresses = addresses
        self.family = family
        self.documentAddress = documentAddress
        self.authorization = authorization
        self.fields = fields
        self.plainFields = plainFields
        self.security = security
        self.limits = limits
        self.keepsSnapshot = keepsSnapshot
        self.snapshotFilms = snapshotFilms
        self.cacheBytes = cacheBytes
        self.indices = indices
        self.sniffs = sniffs
    }
}
