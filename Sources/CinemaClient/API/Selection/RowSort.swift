internal import CinemaCore

/// The order of rows where the service has it not.
enum RowSort {
    /// The rows in an order; nil where no row tells what it is by. Unknown
    /// values stand last, equal ones as they came.
    static func sorted(_ films: [FilmRecord], by sort: FilmSort) -> [FilmRecord]? {
        switch sort.field {
        case .relevance: return sort.isDescending ? films.reversed() : films
        case .title:
            return stable(films, sort.isDescending) { film in
                TextFolding.withoutLeadingArticle(TextFolding.words(in: film.title))
                    .map(\.joined).joined(separator: " ")
            }
        case .rating: return known(films, sort.isDescending) { $0.rating?.tenths }
        case .year: return known(films, sort.isDescending) { $0.year }
        case .reviews: return known(films, sort.isDescending) { $0.reviews }
        case .runtime: return known(films, sort.isDescending) { $0.runtime }
        }
    }

    private static func known(
        _ films: [FilmRecord], _ isDescending: Bool, _ key: (FilmRecord) -> Int?
    ) -> [FilmRecord]? {
        guard films.isEmpty || films.contains(where: { key($0) != nil }) else { return nil }
        return stable(films, isDescending, key)
    }

    private static func stable<Key: Comparable>(
        _ films: [FilmRecord], _ isDescending: Bool, _ key: (FilmRecord) -> Key?
    ) -> [FilmRecord] {
        let keyed = films.enumerated().map { (place: $0.offset, key: key($0.element)) }
        let order = keyed.sorted { left, right in
            switch (left.key, right.key) {
            case (let a?, let b?) where a != b: (a < b) != isDescending
            case (nil, .some): false
            case (.some, nil): true
            default: left.place < right.place
            }
        }
        return order.map { films[$0.place] }
    }
}
