/// What a catalogue is asked for.
public enum CatalogKind: String, CaseIterable, Hashable, Sendable {
    case film, person, genre

    public var singular: String { rawValue }

    public var plural: String {
        switch self {
        case .film: "films"
        case .person: "people"
        case .genre: "genres"
        }
    }

    init?(plural: String) {
        guard let kind = Self.allCases.first(where: { $0.plural == plural }) else { return nil }
        self = kind
    }
}
