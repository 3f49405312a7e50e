import CinemaCore

/// The orders of films.
extension BruteForceCatalog {
    /// The places of films in the order of a query.
    func sorted(_ found: [Int], _ sort: FilmSort) -> [Int] {
        switch sort.field {
        case .relevance: sort.isDescending ? found.reversed() : found
        case .title: ordered(found, sort, by: Self.isBefore) { sortTitles[$0] }
        case .rating: ordered(found, sort, by: <) { tenths[$0] }
        case .year: ordered(found, sort, by: <) { years[$0] }
        case .reviews: ordered(found, sort, by: <) { reviews[$0] }
        case .runtime: ordered(found, sort, by: <) { runtimes[$0] }
        }
    }

    private static func isBefore(_ left: String, _ right: String) -> Bool { left.isBefore(right) }

    /// Films of one value stay as they are; those without one are last.
    private func ordered<Value: Hashable>(
        _ found: [Int], _ sort: FilmSort, by precedes: (Value, Value) -> Bool,
        _ value: (Int) -> Value?
    ) -> [Int] {
        let groups = Dictionary(grouping: found, by: value)
        let ascending = groups.keys.compactMap { $0 }.sorted(by: precedes)
        let values = sort.isDescending ? ascending.reversed() : ascending
        return values.flatMap { groups[$0] ?? [] } + (groups[nil] ?? [])
    }
}
