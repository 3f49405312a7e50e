import Glibc

/// Holds a scripted server back until the test lets it go on.
///
/// `@unchecked` because its only state is a descriptor that never changes.
public final class ServerGate: @unchecked Sendable {
    /// Readable for good once the gate is open.
    let descriptor: Int32
    private let writer: Int32

    public init() {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        (descriptor, writer) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(writer)
    }

    public func open() {
        var byte: UInt8 = 1
        write(writer, &byte, 1)
    }
}
