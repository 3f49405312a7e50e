/// What a catalogue holds, in numbers.
public struct CatalogSummary: Hashable, Sendable {
    /// What the header calls it: `embedded`, a file's name, a host.
    public var name: String
    public var films: Int
    /// Whether there are more films than that, and how many is not known.
    public var hasMoreFilms = false
    /// 0 also where it is not known.
    public var people: Int
    public var genres: Int
    /// Where within its source it is, such as the index with its alias; nil
    /// where there is nothing to tell apart.
    public var place: String?
    /// One sentence that the reader should know, such as that the catalogue
    /// is a temporary one.
    public var notice: String?

    public init(name: String, films: Int, people: Int, genres: Int, notice: String? = nil) {
        self.name = name
        self.films = films
        self.people = people
        self.genres = genres
        self.notice = notice
    }
}
