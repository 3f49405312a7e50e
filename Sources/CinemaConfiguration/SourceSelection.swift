public import CinemaClient

/// The catalogue that is meant, ready to be opened.
public enum SourceSelection: Hashable, Sendable {
    case embedded
    /// A catalogue file.
    case file(String)
    case remote(SourceConfiguration)
}

extension SourceSelection {
    public init(_ address: SourceAddress) {
        switch address {
        case .embedded: self = .embedded
        case .file(let path): self = .file(path)
        case .remote(let addresses, let family):
            self = .remote(
                SourceConfiguration(
                    name: SourceAddress.host(of: addresses.first ?? ""), addresses: addresses,
                    family: family))
        }
    }
}
