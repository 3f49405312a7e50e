/// What the second pass over a result tells: exact totals and facet counts.
///
/// Decades ignore the query's own year filters, and ratings its rating
/// filters, so that a menu shows what another choice would give; genres are
/// counted under all filters, because choosing one more narrows.
public struct SearchStatistics: Hashable, Sendable {
    public var films: Count
    public var people: Count
    public var genres: Count
    public var facets: FilmFacets

    public init(films: Count, people: Count, genres: Count, facets: FilmFacets) {
        self.films = films
        self.people = people
        self.genres = genres
        self.facets = facets
    }
}
