/// By what, and in which direction, a list of films is ordered.
///
/// Films of which the value is unknown come last in either direction; films
/// of one value stand in the order of relevance.
public struct FilmSort: Hashable, Sendable {
    public enum Field: String, CaseIterable, Hashable, Sendable {
        case relevance, rating, year, title, reviews, runtime
    }

    public var field: Field
    /// Whether the greatest value comes first; relevance that "descends"
    /// begins with the least relevant.
    public var isDescending: Bool

    public init(_ field: Field, descending: Bool = false) {
        self.field = field
        isDescending = descending
    }

    public static let relevance = FilmSort(.relevance)

    public var reversed: FilmSort { FilmSort(field, descending: !isDescending) }
}
