/// What the list shows: one box finds all three.
public enum Tab: Int, CaseIterable, Hashable, Sendable {
    case films, people, genres

    public var next: Tab { Tab(rawValue: (rawValue + 1) % 3) ?? .films }
    public var previous: Tab { Tab(rawValue: (rawValue + 2) % 3) ?? .films }
}
