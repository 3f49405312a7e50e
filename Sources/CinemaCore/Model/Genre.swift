/// A genre, how its films spread over decades and ratings, and the best of
/// them. All its films are a query (`Filter.Condition.genre`).
public struct Genre: Hashable, Sendable {
    public var summary: GenreSummary
    public var description: String?
    public var facets: FilmFacets
    /// The best films of the genre with enough reviews, best first.
    public var best: [FilmSummary]

    public init(
        summary: GenreSummary, description: String? = nil, facets: FilmFacets,
        best: [FilmSummary]
    ) {
        self.summary = summary
        self.description = description
        self.facets = facets
        self.best = best
    }

    public var id: Identifier<Genre> { summary.id }
    public var name: String { summary.name }
}
