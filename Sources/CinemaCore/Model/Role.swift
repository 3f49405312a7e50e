/// What a person did in a film. Catalogues may know others than the three
/// that are named here.
public struct Role: Hashable, Sendable, CustomStringConvertible {
    public let name: String

    public init(_ name: String) { self.name = name }

    public static let director = Role("director")
    public static let writer = Role("writer")
    public static let actor = Role("actor")

    /// Took part; the catalogue does not tell as what.
    public static let unknown = Role("film")

    /// The order in which roles are told: director first, as on a poster.
    public static let billing: [Role] = [.director, .writer, .actor]

    public var description: String { name }
}
