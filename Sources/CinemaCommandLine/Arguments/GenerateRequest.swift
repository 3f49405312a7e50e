/// Films to make up, and the catalogue to make of them.
public struct GenerateRequest: Hashable, Sendable {
    public var films: Int
    public var seed: UInt64
    public var target: String
    public var replaces: Bool

    public init(films: Int, seed: UInt64, target: String, replaces: Bool = false) {
        self.films = films
        self.seed = seed
        self.target = target
        self.replaces = replaces
    }
}
