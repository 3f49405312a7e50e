internal import CinemaCore

/// What a query finds, rescued where there is next to nothing.
extension CatalogDatabase {
    func matches(_ query: FilmQuery) throws(SQLiteError) -> QueryMatches {
        let key = SharedMatches.Key(query)
        if let known = shared.matches(key) { return known }
        let matches = try computeMatches(query)
        shared.insert(matches, for: key)
        return matches
    }

    private func computeMatches(_ query: FilmQuery) throws(SQLiteError) -> QueryMatches {
        let allowed = try allowed(query.filters)
        let text = try matches(query.text)
        let films = text.films.within(allowed)
        var matches = QueryMatches(
            films: films, people: text.people, genres: text.genres, tiersAsTyped: films.count,
            unfiltered: query.text.isEmpty ? nil : text.films.union(lastRow: lastFilm),
            filmCount: films.total, peopleCount: text.people.total)
        let found = matches.filmCount + matches.peopleCount + matches.genres.count
        if found < Rescue.threshold, !query.text.terms.isEmpty {
            let attempt = RescueAttempt(query: query, allowed: allowed, asTyped: matches)
            if let rescued = try rescued(attempt) { matches = rescued }
        }
        return matches
    }

    /// The rows of films in the order of the query, from `offset` on.
    func filmRows(
        _ query: FilmQuery, offset: Int, limit: Int
    ) throws(SQLiteError) -> [Int] {
        let matches = try matches(query)
        if query.sort == .relevance { return matches.films.rows(offset: offset, limit: limit) }
        return try order(query, matches).dropFirst(offset).prefix(limit).map { Int($0) }
    }

    /// The rows of films in another order than relevance, rescued ones
    /// behind the others. Costs a sort of all matches once a query.
    private func order(
        _ query: FilmQuery, _ matches: QueryMatches
    ) throws(SQLiteError) -> [UInt32] {
        if let known = orders.value(query) { return known }
        let columns = try columns()
        let asTyped = FilmOrder.rows(
            Array(matches.films.prefix(matches.tiersAsTyped)), by: query.sort, columns)
        let rescued = FilmOrder.rows(
            Array(matches.films.dropFirst(matches.tiersAsTyped)), by: query.sort, columns)
        let order = asTyped + rescued
        orders.insert(order, for: query)
        return order
    }

    /// Totals and facets. The decades are counted without the query's year
    /// filters, the ratings without its rating filters.
    func statistics(_ query: FilmQuery) throws(SQLiteError) -> SearchStatistics {
        let matches = try matches(query)
        let films = matches.films.union(lastRow: lastFilm)
        let inDecades = try filmsWithout("year", query, matches) ?? films
        let inRatings = try filmsWithout("rating", query, matches) ?? films
        return SearchStatistics(
            films: .exact(matches.filmCount), people: .exact(matches.peopleCount),
            genres: .exact(matches.genres.count),
            facets: try facets(films, decades: inDecades, ratings: inRatings))
    }

    /// What the query would find without its filters of one field; nil where
    /// it has none of them.
    private func filmsWithout(
        _ field: String, _ query: FilmQuery, _ matches: QueryMatches
    ) throws(SQLiteError) -> RowSet? {
        guard query.filters.contains(where: { $0.fieldName == field }) else { return nil }
        let others = try allowed(query.filters.filter { $0.fieldName != field })
        guard let all = matches.unfiltered else {
            return others ?? RowSet.all(lastRow: lastFilm)
        }
        return others.map { all.intersection($0) } ?? all
    }

    func facets(
        _ films: RowSet, decades: RowSet, ratings: RowSet
    ) throws(SQLiteError) -> FilmFacets {
        var facets = FilmFacets()
        for (index, set) in try allGenreFilms().enumerated() {
            let count = set.countShared(with: films)
            guard count > 0 else { continue }
            let genre = genres[index].summary
            facets.genres.append(
                FilmFacets.GenreCount(
                    genre: GenreReference(id: genre.id, name: genre.name), films: count))
        }
        facets.genres.sort {
            $0.films != $1.films ? $0.films > $1.films : $0.genre.name.precedes($1.genre.name)
        }
        let columns = try columns()
        facets.decades = FilmOrder.decades(decades, columns)
        facets.ratings = FilmOrder.ratings(ratings, columns)
        return facets
    }
}

extension [RowSet] {
    /// The tiers without the rows that the filters do not allow.
    func within(_ allowed: RowSet?) -> [RowSet] {
        guard let allowed else { return self }
        return map { $0.intersection(allowed) }
    }
}
