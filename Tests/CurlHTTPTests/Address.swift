import Synchronization

/// An address that a script learns after it was written.
final class Address: Sendable {
    private let value = Mutex("")

    var url: String {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}
