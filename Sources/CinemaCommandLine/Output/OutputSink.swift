/// Where bytes of output go.
public protocol OutputSink: Sendable {
    /// Writes all of the bytes, in order.
    func write(_ bytes: [UInt8]) throws(OutputFailure)
}
