/// An answer with its whole body. Any status is an answer: what 404 means is
/// for the asker to know.
public struct HTTPResponse: Hashable, Sendable {
    public var status: Int
    /// Where the answer came from, after redirects.
    public var url: String
    public var fields: HTTPFields
    /// Decoded: what was compressed is not any more.
    public var body: [UInt8]
    public var timing: HTTPTiming
    public var origin: HTTPOrigin

    public init(
        status: Int, url: String = "", fields: HTTPFields = HTTPFields(), body: [UInt8] = [],
        timing: HTTPTiming = HTTPTiming(), origin: HTTPOrigin = .server
    ) {
        self.status = status
        self.url = url
        self.fields = fields
        self.body = body
        self.timing = timing
        self.origin = origin
    }
}
