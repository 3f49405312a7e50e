internal import CurlHTTP
internal import Synchronization

/// The origins that get what proves who asks, and no others do.
final class CredentialOrigins: Sendable {
    private let origins: Mutex<Set<HTTPURL.Origin>>

    init(_ addresses: [String]) {
        origins = Mutex(Set(addresses.compactMap(Self.origin)))
    }

    /// Adds those of addresses that are of the source as well.
    func allow(_ addresses: [String]) {
        let new = addresses.compactMap(Self.origin)
        origins.withLock { $0.formUnion(new) }
    }

    func contains(_ url: String) -> Bool {
        guard let asked = Self.origin(url) else { return false }
        return origins.withLock { $0.contains(asked) }
    }

    private static func origin(_ url: String) -> HTTPURL.Origin? { (try? HTTPURL(url))?.origin }
}
