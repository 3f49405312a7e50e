internal import CinemaCore

/// The rows that match a text alone, tier by tier; no row is in two tiers.
struct TextMatches: Sendable {
    var films: [RowSet]
    var people: [RowSet]
    /// Rows of genres in order.
    var genres: [Int]
}

/// The rows that a query finds, as typed and rescued.
struct QueryMatches: Sendable {
    /// Films under all filters, tier by tier.
    var films: [RowSet]
    var people: [RowSet]
    var genres: [Int]
    /// How many of the tiers of `films` match as typed; those behind are rescued.
    var tiersAsTyped: Int
    /// The films that the text matches whatever the filters; nil for all, and
    /// where there are no filters.
    var unfiltered: RowSet?
    var filmCount: Int
    var peopleCount: Int
    var rescue: Rescue?

    /// How much memory its rows take.
    var bytes: Int {
        (films + people).reduce(unfiltered?.bytes ?? 0) { $0 + $1.bytes }
    }
}

extension [RowSet] {
    var total: Int { reduce(0) { $0 + $1.count } }

    /// Makes the tiers disjoint: a row stays in its first one.
    mutating func removeRepeated() {
        guard var seen = first else { return }
        for index in indices.dropFirst() {
            self[index].subtract(seen)
            if index < count - 1 { seen.formUnion(self[index]) }
        }
    }

    func union(lastRow: Int) -> RowSet {
        var all = RowSet(lastRow: lastRow)
        for tier in self { all.formUnion(tier) }
        return all
    }

    /// The rows of the tiers one after the other, from `offset` on.
    func rows(offset: Int = 0, limit: Int = .max) -> [Int] {
        var skip = offset
        var rows: [Int] = []
        for tier in self {
            guard rows.count < limit else { break }
            if skip > 0 {
                let here = tier.count
                if skip >= here {
                    skip -= here
                    continue
                }
            }
            rows += tier.rows(offset: skip, limit: limit - rows.count)
            skip = 0
        }
        return rows
    }
}
