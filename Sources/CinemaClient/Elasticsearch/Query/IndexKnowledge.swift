internal import CinemaCore

/// What is known of an index before a query is made for it: the layout, and
/// what the films have in common, asked once.
struct IndexKnowledge: Sendable {
    var layout: IndexLayout
    var standing = FilmStanding()
    var genres = GenreList([])
    /// The values of fields of few values, by the paths of these.
    var labels: [String: LabelList] = [:]
    /// How many films there are.
    var films = 0
    /// How many people their own index has; nil where there is none.
    var people: Int?
}

/// The values of a field that has few: countries, languages, types.
struct LabelList: Sendable {
    private let names: [String]
    private let titles: [FoldedTitle]

    init(_ names: [String]) {
        self.names = names
        titles = names.map { FoldedTitle($0) }
    }

    /// The values that one of a filter means.
    func meant(by value: String) -> [String] {
        NamedRows.places(of: value, in: titles).map { names[$0] }
    }
}

/// The means by which films of one tier are ordered.
struct FilmStanding: Hashable, Sendable {
    /// The mean of all ratings, where an unknown one stands.
    var rating: Double?
    /// The mean number of reviews of rated films; nil or 0 where none has any.
    var reviews: Double?
}
