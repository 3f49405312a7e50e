/// A person or a genre as its own index tells it.
struct EntityRecord: Equatable, Sendable {
    var id: String
    var name: String
    var description: String?
    /// What a person did in any film, where the document tells.
    var roles: [String] = []
    /// The films that the document names, with what a person did there; empty
    /// where it names none.
    var films: [Film] = []

    struct Film: Equatable, Sendable {
        var id: String
        var roles: [String]
    }
}
