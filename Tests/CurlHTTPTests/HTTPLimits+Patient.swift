import CurlHTTP

extension HTTPLimits {
    /// For requests that are ended by somebody else, however busy the machine
    /// is until then.
    static let patient = HTTPLimits(
        connect: .seconds(600), firstByte: .seconds(600), total: .seconds(600))
}
