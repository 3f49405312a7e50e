/// A request: what is asked of whom, and within which bounds.
public struct HTTPRequest: Hashable, Sendable {
    public var method: HTTPMethod
    /// Absolute, `http` or `https`, escaped.
    public var url: String
    public var fields: HTTPFields
    /// Fields that prove who asks, such as `Authorization`. They are sent to
    /// the origin of `url` only, never after a redirect to another one, and
    /// appear in no description.
    public var credentials: HTTPFields
    public var body: [UInt8]?
    public var limits: HTTPLimits
    public var security: HTTPSecurity
    /// Whether it only asks, though its method does not say so: a search has
    /// its question in the body.
    public var isQuestion = false

    public init(
        _ method: HTTPMethod = .get, _ url: String, fields: HTTPFields = HTTPFields(),
        credentials: HTTPFields = HTTPFields(), body: [UInt8]? = nil,
        limits: HTTPLimits = HTTPLimits(), security: HTTPSecurity = HTTPSecurity()
    ) {
        self.method = method
        self.url = url
        self.fields = fields
        self.credentials = credentials
        self.body = body
        self.limits = limits
        self.security = security
    }

    /// Whether sending it twice is as good as once.
    public var isRepeatable: Bool { isQuestion || method.isIdempotent }
}

extension HTTPRequest: CustomStringConvertible {
    /// Method and address; nothing that is secret, unless it is in the address.
    public var description: String { "\(method.rawValue) \(url)" }
}
