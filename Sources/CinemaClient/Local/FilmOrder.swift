internal import CinemaCore

/// Orders and histograms over the columns of films.
enum FilmOrder {
    /// The films of tiers by a value; films whose value is unknown last, and
    /// films of one value in the order of the tiers.
    static func rows(
        _ tiers: [RowSet], by sort: FilmSort, _ columns: FilmColumns
    ) -> [UInt32] {
        let rows = tiers.flatMap { $0.rows() }
        if sort.field == .relevance {
            return (sort.isDescending ? rows.reversed() : rows).map { UInt32($0) }
        }
        // The value above, the place below: one sort of plain numbers.
        var keys = rows.enumerated().map { place, row in
            UInt64(key(row, sort, columns)) << 32 | UInt64(place)
        }
        keys.sort()
        return keys.map { UInt32(rows[Int($0 & 0xffff_ffff)]) }
    }

    /// The column's number, from 1, so that it ascends in the wanted order;
    /// 0 is unknown and becomes the greatest.
    private static func key(_ row: Int, _ sort: FilmSort, _ columns: FilmColumns) -> UInt32 {
        let value: UInt32 =
            switch sort.field {
            case .relevance: 0
            case .rating: UInt32(columns.ratings[row])
            case .year: UInt32(columns.years[row])
            case .title: columns.titleRanks[row]
            case .reviews: columns.reviews[row]
            case .runtime: UInt32(columns.runtimes[row])
            }
        if value == 0 { return .max }
        return sort.isDescending ? .max - value : value
    }

    /// How many films each decade has, oldest first.
    static func decades(_ films: RowSet, _ columns: FilmColumns) -> [FilmFacets.DecadeCount] {
        // A year is 16 bits: an array is cheaper than a dictionary.
        var counts = [Int](repeating: 0, count: Int(UInt16.max) / 10 + 1)
        films.visit { row in
            counts[Int(columns.years[row]) / 10] += columns.years[row] == 0 ? 0 : 1
        }
        return counts.enumerated().filter { $0.element > 0 }
            .map { FilmFacets.DecadeCount(decade: $0.offset * 10, films: $0.element) }
    }

    /// How many ratings begin with 0, 1, … 10.
    static func ratings(_ films: RowSet, _ columns: FilmColumns) -> [Int] {
        var counts = Array(repeating: 0, count: 11)
        films.visit { row in
            if let tenths = columns.tenths(row), tenths <= 100 { counts[tenths / 10] += 1 }
        }
        return counts
    }
}
