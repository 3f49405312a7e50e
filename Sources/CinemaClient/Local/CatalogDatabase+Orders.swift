internal import CinemaCore

/// Pages of films in the order of a query.
extension CatalogDatabase {
    /// Rows of an ordered result that were found together.
    struct OrderedRows {
        var start: Int
        var rows: [UInt32]

        /// The rows of some places, if all of them are here.
        func slice(_ places: Range<Int>) -> ArraySlice<UInt32>? {
            guard places.lowerBound >= start, places.upperBound <= start + rows.count else {
                return nil
            }
            return rows[(places.lowerBound - start)..<(places.upperBound - start)]
        }
    }

    /// The rows of films in the order of the query, from `offset` on.
    func filmRows(
        _ query: FilmQuery, offset: Int, limit: Int
    ) throws(SQLiteError) -> [Int] {
        let matches = try matches(query)
        if query.sort == .relevance { return matches.films.rows(offset: offset, limit: limit) }
        guard offset < matches.filmCount, limit > 0 else { return [] }
        let places = offset..<(offset + min(limit, matches.filmCount - offset))
        if let known = ordered.value(query)?.slice(places) { return known.map { Int($0) } }
        // Some rows around the page cost no more than the page alone, and are
        // what is asked for next.
        let start = max(0, offset - Self.rowsAround)
        let end = min(matches.filmCount, max(places.upperBound, start + 4 * Self.rowsAround))
        let found = OrderedRows(
            start: start, rows: try order(query.sort, matches, start..<end).map { UInt32($0) })
        ordered.insert(found, for: query)
        return found.slice(places).map { rows in rows.map { Int($0) } } ?? []
    }

    private static let rowsAround = 512

    /// The rows at some places in another order than relevance, rescued ones
    /// behind the others.
    private func order(
        _ sort: FilmSort, _ matches: QueryMatches, _ places: Range<Int>
    ) throws(SQLiteError) -> [Int] {
        let groups = [
            Array(matches.films.prefix(matches.tiersAsTyped)),
            Array(matches.films.dropFirst(matches.tiersAsTyped)),
        ]
        func rows<Value>(by column: FilmColumn<Value>) throws(SQLiteError) -> [Int] {
            try FilmOrder.rows(
                groups, by: column, descending: sort.isDescending, offset: places.lowerBound,
                limit: places.count, check: checkInterruption)
        }
        switch sort.field {
        case .relevance: return groups.leastRelevant(places)
        case .rating: return try rows(by: ratings())
        case .year: return try rows(by: years())
        case .title: return try rows(by: titleRanks())
        case .reviews: return try rows(by: reviews())
        case .runtime: return try rows(by: runtimes())
        }
    }

    /// Throws `SQLiteCode.interrupt` once the question that is being answered
    /// is not wanted any more: SQLite itself looks only while a statement runs.
    func checkInterruption() throws(SQLiteError) { try connection.checkInterruption() }
}

extension [[RowSet]] {
    /// The rows at some places when each group is read from its end.
    fileprivate func leastRelevant(_ places: Range<Int>) -> [Int] {
        var rows: [Int] = []
        var start = 0
        for tiers in self {
            let total = tiers.total
            let wanted = places.clamped(to: start..<(start + total))
            let offset = total - (wanted.upperBound - start)
            rows += tiers.rows(offset: offset, limit: wanted.count).reversed()
            start += total
        }
        return rows
    }
}
