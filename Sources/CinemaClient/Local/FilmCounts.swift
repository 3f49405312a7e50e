internal import CinemaCore

/// Histograms over the columns of films.
enum FilmCounts {
    typealias Check = () throws(SQLiteError) -> Void

    /// How many films each decade has, oldest first.
    static func decades(
        _ films: RowSet, _ years: FilmColumn<UInt16>, check: Check
    ) throws(SQLiteError) -> [FilmFacets.DecadeCount] {
        // A year is 16 bits: an array is cheaper than a dictionary.
        let counts = try counts(films, years, check)
        var decades: [FilmFacets.DecadeCount] = []
        for decade in stride(from: 0, to: counts.count, by: 10) {
            let films = counts[max(1, decade)..<min(decade + 10, counts.count)].reduce(0, +)
            if films > 0 { decades.append(FilmFacets.DecadeCount(decade: decade, films: films)) }
        }
        return decades
    }

    /// How many ratings begin with 0, 1, … 10.
    static func ratings(
        _ films: RowSet, _ ratings: FilmColumn<UInt8>, check: Check
    ) throws(SQLiteError) -> [Int] {
        var result = Array(repeating: 0, count: 11)
        let counts = try counts(films, ratings, check)
        // One more than the tenths is stored.
        for tenths in 0...100 { result[tenths / 10] += counts[tenths + 1] }
        return result
    }

    /// How many films have each value.
    private static func counts<Value>(
        _ films: RowSet, _ column: FilmColumn<Value>, _ check: Check
    ) throws(SQLiteError) -> [Int] {
        var counts = [Int](repeating: 0, count: Int(Value.max) + 1)
        try films.visit(check: check) { row in counts[Int(column.values[row])] += 1 }
        return counts
    }
}
