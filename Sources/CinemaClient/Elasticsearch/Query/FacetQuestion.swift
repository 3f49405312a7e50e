internal import CinemaCore

/// The exact total and the facets of a query, in one search without rows.
///
/// Decades are counted without the query's year filters and ratings without
/// its rating filters, so the search is for all that the other filters leave,
/// and each count has those of its own.
struct FacetQuestion {
    let plan: FilmQuestion
    /// What the text asks; more than the plan's own where it was rescued.
    let text: SearchJSON?

    private var fields: FilmFields { plan.knowledge.layout.films.fields }

    var body: SearchJSON {
        let common = plan.query.filters.filter { !Self.isOwn($0.fieldName) }
        let years = plan.knowledge.filmFilters.clauses(plan.query.filters.only("year")).met
        let ratings = plan.knowledge.filmFilters.clauses(plan.query.filters.only("rating")).met
        var genres: SearchJSON = [:]
        if let counting = GenreCounting(fields) {
            genres["genres"] = counting.aggregation(named: false)
        }
        return [
            "query": FilmQuestion.combined(text, plan.knowledge.filmFilters.clauses(common).met),
            "size": 0, "track_total_hits": false,
            "aggs": [
                "all": Self.part(years + ratings, genres),
                "decades": Self.part(ratings, decades),
                "ratings": Self.part(years, self.ratings),
            ],
        ]
    }

    private static func isOwn(_ field: String) -> Bool { field == "year" || field == "rating" }

    private static func part(_ filters: [SearchJSON], _ within: SearchJSON) -> SearchJSON {
        var part: SearchJSON = ["filter": .all(filters)]
        if within != [:] { part["aggs"] = within }
        return part
    }

    private var decades: SearchJSON {
        guard let field = fields.year, let path = field.sortPath else { return [:] }
        let counts: SearchJSON
        switch field.kind {
        case .integer, .decimal:
            counts = [
                "histogram": ["field": .string(path), "interval": 10, "min_doc_count": 1]
            ]
        case .date:
            counts = [
                "date_histogram": [
                    "field": .string(path), "calendar_interval": "year", "format": "yyyy",
                    "min_doc_count": 1,
                ]
            ]
        default: counts = ["terms": ["field": .string(path), "size": 10_000]]
        }
        return ["years": counts]
    }

    /// Eleven ranges, as ratings are rounded to tenths.
    private var ratings: SearchJSON {
        guard fields.rating?.isNumber ?? false else { return [:] }
        let ranges = (0...10).map { whole -> SearchJSON.Member in
            let span = Span(lower: whole * 10, upper: whole * 10 + (whole == 10 ? 0 : 9))
            let clause = plan.knowledge.filmFilters.clause(Filter(.rating(span)))
            return SearchJSON.Member(key: String(whole), value: clause ?? .nothing)
        }
        return ["ratings": ["filters": ["filters": .object(ranges)]]]
    }
}

extension [Filter] {
    fileprivate func only(_ field: String) -> [Filter] { filter { $0.fieldName == field } }
}
