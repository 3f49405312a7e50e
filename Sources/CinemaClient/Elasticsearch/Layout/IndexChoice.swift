/// The names of indices that the configuration gives, in place of those that
/// are found.
public struct IndexChoice: Hashable, Sendable {
    public var films: String?
    public var people: String?
    public var genres: String?

    public init(films: String? = nil, people: String? = nil, genres: String? = nil) {
        self.films = films
        self.people = people
        self.genres = genres
    }
}
