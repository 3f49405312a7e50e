internal import CinemaCore

/// The order of films as an index is asked for it.
///
/// Within a tier films stand by their rating, where an unknown one counts as
/// the mean of all, then by reviews and title. Elsewhere a rating is drawn
/// towards the mean by the number of its reviews; that quotient of two fields
/// needs a script, which no index can be counted on to run, so of an index
/// that tells reviews these decide between equal ratings only.
struct FilmSorting {
    let fields: FilmFields
    let standing: FilmStanding

    /// The sort without the tie-break; nil where the index cannot sort so.
    ///
    /// - Parameter isScored: Whether the query scores.
    func order(_ sort: FilmSort, isScored: Bool) -> [SearchJSON]? {
        if sort.field == .relevance { return relevance(isScored, isReversed: sort.isDescending) }
        guard let first = field(sort) else { return nil }
        return [first] + relevance(isScored, isReversed: false)
    }

    /// The fields that can be sorted by.
    var possible: Set<FilmSort.Field> {
        Set(
            FilmSort.Field.allCases.filter {
                $0 == .relevance || field(FilmSort($0)) != nil
            })
    }

    private func field(_ sort: FilmSort) -> SearchJSON? {
        let order = sort.isDescending ? "desc" : "asc"
        func key(_ field: IndexField?) -> SearchJSON? {
            guard let field, let path = field.sortPath else { return nil }
            return Self.key(path, field, order: order, missing: "_last")
        }
        switch sort.field {
        case .relevance: return nil
        case .rating: return fields.rating.flatMap { $0.isNumber ? key($0) : nil }
        case .reviews: return fields.reviews.flatMap { $0.isNumber ? key($0) : nil }
        case .runtime: return fields.runtime.flatMap { $0.isNumber ? key($0) : nil }
        case .year: return key(fields.year)
        case .title: return key(fields.title)
        }
    }

    private func relevance(_ isScored: Bool, isReversed: Bool) -> [SearchJSON] {
        let best = isReversed ? "asc" : "desc"
        var keys: [SearchJSON] = []
        if isScored { keys.append(["_score": ["order": .string(best)]]) }
        if let rating = fields.rating, rating.isNumber, let path = rating.sortPath {
            let missing = standing.rating.map { SearchJSON.number($0) } ?? "_last"
            keys.append(Self.key(path, rating, order: best, missing: missing))
        }
        if let reviews = fields.reviews, reviews.isNumber, let path = reviews.sortPath {
            keys.append(
                Self.key(path, reviews, order: best, missing: isReversed ? "_first" : "_last"))
        }
        if let path = fields.title.sortPath {
            keys.append(
                Self.key(
                    path, fields.title, order: isReversed ? "desc" : "asc",
                    missing: isReversed ? "_first" : "_last"))
        }
        return keys
    }

    private static func key(
        _ path: String, _ field: IndexField, order: String, missing: SearchJSON
    ) -> SearchJSON {
        var options: SearchJSON = [
            "order": .string(order), "missing": missing, "unmapped_type": .string(field.sortType),
        ]
        if let nested = field.nested { options["nested"] = ["path": .string(nested)] }
        return .field(path, options)
    }
}

extension IndexField {
    /// What it is sorted by; nil where it cannot be.
    var sortPath: String? {
        switch kind {
        case .integer, .decimal, .date, .boolean: exact ?? path
        default: exact
        }
    }

    /// How an index that lacks the field has to take it.
    fileprivate var sortType: String {
        switch kind {
        case .integer: "long"
        case .decimal: "double"
        case .date: "date"
        case .boolean: "boolean"
        default: "keyword"
        }
    }
}
